/** The vault of the folder, in a page that hears nothing of it. */
import { trustOwnFiles } from "../../theme/components/trusted-types/trust-own-files.js";
import { openVault } from "../../theme/components/vault/client.js";

trustOwnFiles();

export const PASSPHRASE = "murky pebble lantern goose ferry";

const nothing = () => {};
const hears = {
  beforeLock: nothing,
  onState: nothing,
  onOutcome: nothing,
  onChange: nothing,
  onStored: nothing,
};
export const opened = openVault({ base: "./", join: (_base, mine) => mine, ...hears });
