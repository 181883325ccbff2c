// Sentences with gaps, as readers get them.
import assert from "node:assert/strict";
import test from "node:test";
import { _, fill, ngettext } from "../../theme/components/common/gettext.js";

test("a sentence without gaps is itself, whatever signs it holds", () => {
  assert.equal(_("Open {it} for $1 & “you”"), "Open {it} for $1 & “you”");
});

test("each gap is filled, also twice and in another order", () => {
  const values = { page: "Your plan", place: "here" };

  assert.equal(fill("{place}: {page}, {page}", values), "here: Your plan, Your plan");
});

test("what a value holds is never read as a gap, nor as a sign of a replacement", () => {
  const values = { name: "{page} $& $1 $`", page: "Your plan" };

  assert.equal(fill("Back to “{name}”", values), "Back to “{page} $& $1 $`”");
});

test("one has its own sentence, and none and many share the other", () => {
  const told = [0, 1, 2, 21].map((count) => ngettext("{count} result", "{count} results", count));

  assert.deepEqual(told, ["0 results", "1 result", "2 results", "21 results"]);
});

test("a counted sentence has other gaps too, and its count is the one that is counted", () => {
  const values = { shown: 8, count: 3 };

  assert.equal(ngettext("{shown} of {count} one", "{shown} of {count}", 12, values), "8 of 12");
});
