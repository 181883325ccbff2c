// node read-lists.mjs < [list, …] > [list or null, …]: what the page believes of a list of files.
import { readFileSync } from "node:fs";
import { isOlder, readList } from "../../../theme/components/offline/list.js";

const { lists, pairs } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(
  JSON.stringify({ lists: lists.map(readList), older: pairs.map(([list, mark]) => isOlder(list, mark)) }),
);
