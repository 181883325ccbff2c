/** What shows whether the host has cleared this browser's storage: the vault's database without any record. */
import { DATABASE } from "../../common/storage-names.js";
import { deleteDatabase, isListed, withDatabase } from "./database.js";

export const marker = {
  add: () => withDatabase(DATABASE, { create: true }, () => {}),
  isThere: () => isListed(DATABASE),
  remove: () => deleteDatabase(DATABASE),
};
