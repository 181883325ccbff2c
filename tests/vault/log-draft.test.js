// What is typed and not kept yet, joined from two tabs: no words are lost, and what was kept does not come back.
import assert from "node:assert/strict";
import test from "node:test";
import { dataOf, emptyData, joinData } from "../../theme/components/log/draft.js";

const data = (draft) => dataOf(emptyData(), draft, []);
const join = (base, mine, theirs) =>
  joinData(...[base, mine, theirs].map((draft) => data(draft ?? {}))).draft;
const form = (fields, about = "") => ({ form: { about, kind: "", fields } });

test("of two forms that were begun one stays, and the field has the words of the other", () => {
  const mine = { text: "quick", ...form({ what: "mine", place: "both" }) };
  const theirs = form({ what: "theirs", place: "both", signs: ["child"] });
  const { form: stays, text } = join(null, mine, theirs);

  assert.deepEqual(stays.fields, { what: "mine", place: "both" });
  assert.equal(text, "theirs\n\nquick");
});

test("the words of rows are not lost, and long words are not cut", () => {
  const long = "a".repeat(8000);
  const theirs = { form: { about: "", fields: {}, rows: [{ when: "13:05", account: "withheld" }] } };
  const { text } = join(null, { text: long, ...form({ what: "mine" }) }, theirs);

  assert.equal(text, `13:05\nwithheld\n\n${long}`);
});

test("a form that another tab goes on with stays as it is there", () => {
  const joined = join(form({ what: "a" }), { text: "quick", ...form({ what: "a" }) }, form({ what: "ab" }));

  assert.deepEqual([joined.form.fields, joined.text], [{ what: "ab" }, "quick"]);
});

test("a form that was kept in one tab does not come back from the other", () => {
  const base = form({ what: "a" });

  assert.equal(join(base, {}, { text: "quick", ...base }).form, null);
  assert.equal(join(base, { text: "quick", ...base }, {}).form, null);
});

test("a form that was kept in one tab and changed in the other stays", () => {
  const changed = form({ what: "ab" });

  assert.deepEqual(join(form({ what: "a" }), {}, changed).form, changed.form);
  assert.deepEqual(join(form({ what: "a" }), changed, {}).form, changed.form);
});

test("small fields of both tabs stay", () => {
  const joined = join(null, { small: { given_to: "My lawyer", number: "" } }, { small: { number: "3" } });

  assert.deepEqual(joined.small, { given_to: "My lawyer", number: "3" });
});
