// What is being added as the log locks, or as the browser does not answer, is kept once: it leaves the draft where the log has it.
import assert from "node:assert/strict";
import test from "node:test";
import { createAdding, withoutAdded } from "../../theme/components/log/adding.js";
import { dataOf, emptyData, joinData, openData } from "../../theme/components/log/draft.js";
import { correctEntry, makesToLines, saltOf, writeEntry } from "../../theme/components/log/model/writing.js";
import { context, logOf, typed } from "./log-shape.mjs";

const SALT = "A".repeat(22);
const yes = () => true;
const no = () => false;
const form = { about: "", kind: "call", fields: { what: "He rang" } };
const stored = (draft) => openData(JSON.parse(JSON.stringify(dataOf(emptyData(), draft, [])))).data.draft;

/** The draft of a page that was adding these parts of it when it locked. */
function lockedWhile(takes, draft) {
  const adding = createAdding();
  adding.begin(SALT, takes);
  return stored({ ...draft, adding: adding.of(draft) });
}

for (const [name, takes, draft, left] of [
  ["the field", { text: "He rang" }, { text: "He rang" }, { text: "" }],
  ["the field, and more typed since", { text: "He rang" }, { text: "He rang. Again" }, { text: ". Again" }],
  ["the form", { form }, { text: "quick", form }, { text: "quick" }],
  [
    "a small field",
    { small: { number: "17" } },
    { small: { number: "17", given_to: "My lawyer" } },
    { small: { given_to: "My lawyer" } },
  ],
])
  test(`what is being added leaves the draft where the log has it, and stays where not: ${name}`, () => {
    const kept = lockedWhile(takes, draft);
    assert.deepEqual(
      withoutAdded(kept, (salt) => salt === SALT),
      {
        ...{ text: "", form: null, small: {}, adding: [] },
        ...left,
      },
    );
    assert.equal(withoutAdded(kept, no), kept);
  });

test("a form that was changed since stays", () => {
  const changed = { ...form, fields: { what: "He rang twice" } };
  assert.deepEqual(withoutAdded(lockedWhile({ form }, { form: changed }), yes).form, changed);
});

test("a line is found by the salt that it had before it was stored, whatever its number became", () => {
  const { newest } = logOf(typed({ what: "He rang" }));
  const witness = { fields: { witness_name: "Ana" } }; // in a line of its own
  for (const { makes } of [
    writeEntry(typed({ what: "New" }), context),
    correctEntry(newest(), { fields: { what: "Corrected" } }, context),
    correctEntry(newest(), witness, context),
  ]) {
    const salt = saltOf(makes);
    for (const seq of [2, 7])
      assert.deepEqual(
        makesToLines(makes.slice(0, 1), seq).map(({ line }) => [JSON.parse(line).seq, JSON.parse(line).salt]),
        [[seq, salt]],
      );
  }
});

test("where the browser did not answer, it goes while nothing of it is changed, and stays once it is", () => {
  const adding = createAdding();
  const one = adding.begin(SALT, { text: "He rang" });
  assert.equal(adding.cameLate(yes), false); // what is being added takes its words away itself
  adding.wait(one, { text: "He rang" });
  assert.equal(adding.of({ text: "He rang", form }).length, 1);
  assert.deepEqual(adding.of({ text: "He rang at six", form }), []);
  assert.equal(adding.cameLate(no), false);
  assert.ok(adding.cameLate(yes)); // told also where what is typed is another by now
  assert.equal(adding.cameLate(yes), false);
});

test("what was read from a kept draft is known until it is changed, and not after the log locked", () => {
  const draft = lockedWhile({ text: "He rang" }, { text: "He rang. Again" });
  const adding = createAdding();
  adding.resume(draft);
  assert.deepEqual(adding.of(draft), [{ salt: SALT, text: "He rang" }]);
  assert.deepEqual(adding.of({ text: "Other" }), []);
  adding.clear();
  assert.deepEqual(adding.of(draft), []);
});

test("two tabs know of what each was adding, until one of them knows better", () => {
  const data = (draft) => dataOf(emptyData(), draft, []);
  const mine = { text: "mine", adding: [{ salt: SALT, text: "mine" }] };
  const theirs = { text: "theirs", adding: [{ salt: "B".repeat(22), text: "theirs" }] };
  const { draft } = joinData(data({}), data(mine), data(theirs));
  assert.equal(draft.text, "theirs\n\nmine");
  assert.equal(withoutAdded(draft, (salt) => salt === SALT).text, "theirs");
  assert.equal(withoutAdded(draft, (salt) => salt !== SALT).text, "mine");
  assert.equal(withoutAdded(draft, yes).text, "");
  assert.equal(joinData(data(mine), data({}), data({ ...mine, form })).draft.adding, undefined);
});

test("a draft of another version, or one that is damaged, is taken as it is", () => {
  for (const adding of [undefined, null, "x", [null, 1, {}]]) {
    const draft = { text: "He rang", adding };
    assert.equal(
      withoutAdded(draft, (salt) => salt === SALT),
      draft,
    );
  }
});
