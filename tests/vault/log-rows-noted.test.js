// What the rows of an entry have in common: noted line by line, so that showing an entry does not look at all of its rows.
import assert from "node:assert/strict";
import test from "node:test";
import { joinedRows } from "../../theme/components/log/model/joined-rows.js";
import { GOES_ON } from "../../theme/components/log/model/line.js";
import { noteRows, rowsTogether } from "../../theme/components/log/model/rows-noted.js";
import { rowColumns } from "../../theme/components/log/row-words.js";
import { shape } from "./log-shape.mjs";

const looks = { count: 0 };
/** A row that counts how often something looks at it. */
const watched = (row) =>
  new Proxy(row, {
    get: (target, name) => ((looks.count += 1), target[name]),
    ownKeys: (target) => ((looks.count += 1), Reflect.ownKeys(target)),
  });
const piece = (text) => ({ when: "2026-10-25T10:00", exact_words: text, source_line: 1, notes: GOES_ON });

test("the columns and the pieces of lines that were noted are known without a look at their rows", () => {
  const lists = [
    [{ when: "2026-10-25T10:00", newer: "a" }],
    [{ when: "2026-10-25T10:01", account: "1" }],
    [{ older: "b" }],
  ].map((rows) => rows.map(watched));
  lists.forEach(noteRows);
  looks.count = 0;
  const rows = rowsTogether(lists);
  assert.equal(joinedRows(rows), rows);
  assert.deepEqual(rowColumns(rows, shape), ["when", "account", "newer", "older"]);
  assert.equal(looks.count, 0);
  assert.deepEqual(rowColumns([...rows], shape), ["when", "account", "newer", "older"]);
  assert.notEqual(looks.count, 0);
});

test("a text that goes on in the next line is joined once, and its mark makes no column", () => {
  const rows = rowsTogether([
    [{ when: "2026-10-25T10:00", exact_words: "one " }],
    [piece("two ")],
    [piece("three")],
  ]);
  const joined = joinedRows(rows);
  assert.deepEqual(joined, [{ when: "2026-10-25T10:00", exact_words: "one two three" }]);
  assert.deepEqual(rowColumns(joined, shape), ["when", "exact_words"]);
  assert.equal(joinedRows(rows), joined);
});

test("rows that are still being put together are looked at each time", () => {
  const rows = [{ when: "2026-10-25T10:00", exact_words: "one " }];
  assert.deepEqual([joinedRows(rows), rowColumns(rows, shape)], [rows, ["when", "exact_words"]]);
  rows.push({ account: "1" }, piece("two"));
  assert.deepEqual(joinedRows(rows).at(-1), { account: "1", exact_words: "two" });
  assert.deepEqual(rowColumns(rows, shape), ["when", "account", "exact_words", "source_line", "notes"]);
});
