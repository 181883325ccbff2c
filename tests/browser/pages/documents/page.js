/** A page with documents that are no plan, to show that keeping serves any: a form, one that grows, one of lines. */
import { createFormEdits } from "../../../../theme/components/documents/form/form-edits.js";
import { handOver } from "../../../../theme/components/documents/hand-over.js";
import { MANY_CHANGES, WEEK } from "../../../../theme/components/documents/keeping/backup-reminder.js";
import { areSame } from "../../../../theme/components/documents/model/three-way.js";
import { trustOwnFiles } from "../../../../theme/components/trusted-types/trust-own-files.js";
import { ALL_KEPT, LOST, WAITS } from "../../../../theme/components/vault/protocol.js";

trustOwnFiles();
const { hash } = location;
const others = [createEntries(), createDiary()];
const bringOthers = () => others.forEach(handOver);
handOver(createErrands());
// A view that is opened later brings its document then.
if (hash === "#late") addEventListener("late", bringOthers, { once: true });
else if (hash !== "#alone") bringOthers();

/** Lines of a text field: keystrokes are read from the form. */
function createErrands() {
  const view = document.querySelector("[data-view-id=errands]");
  const field = view.querySelector("textarea");
  const read = () => ({ kind: "errands", version: 1, lines: field.value.split("\n").filter(Boolean) });
  const editBetween = (before, after) =>
    areSame(before, after)
      ? null
      : (data) => ({ ...data, lines: joinLines(before.lines, after.lines, data.lines) });
  const show = ({ lines }) => (field.value = lines.join("\n"));
  return createDocument("errands", view, { read, show, edits: createFormEdits(view, { read, editBetween }) });
}

/** Entries that are only ever added: each is an edit of its own, and nothing is read again. */
function createEntries() {
  const view = document.querySelector("[data-view-id=entries]");
  const list = view.querySelector("ol");
  let lines = [];
  let passed = [];
  let heard = null;

  view.querySelector("[data-add]").addEventListener("click", () => {
    show({ lines: [...lines, `entry ${lines.length + 1}`] });
    note();
  });

  function show(data) {
    lines = data.lines;
    list.replaceChildren(
      ...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })),
    );
  }

  function note() {
    const fresh = lines.filter((line) => !passed.includes(line));
    passed = lines;
    if (!fresh.length) return;
    heard?.onEdit((data) => ({ ...data, lines: [...data.lines, ...fresh] }), fresh.length);
    heard?.onPending();
  }

  const read = () => ({ kind: "entries", version: 1, lines });
  const edits = {
    start: (data, listener) => ([passed, heard] = [data.lines, listener]),
    stop: () => (heard = null),
    note,
    reread: () => (passed = lines),
    count() {},
    isPending: () => false,
    shown: read,
  };
  return createDocument("entries", view, { read, show, edits });
}

/** Lines that are each kept at once, and a field of which what is not written yet is kept as data. */
function createDiary() {
  const view = document.querySelector("[data-view-id=diary]");
  const field = view.querySelector("input");
  const list = view.querySelector("ul");
  let keeper = null;
  let rows = []; // {seq, line}
  let isKept = false;

  const makeOf =
    (text) =>
    ({ seq }) =>
      JSON.stringify({ seq, text });
  const add = async (texts) => {
    const inMemory = () => texts.map((text, at) => ({ seq: rows.length + at + 1, text }));
    if (isKept) take(await keeper.add(texts.map(makeOf)));
    else take(inMemory().map(({ seq, text }) => ({ seq, line: makeOf(text)({ seq }) })));
  };
  view.querySelector("[data-add]").addEventListener("click", async () => {
    await add([field.value]);
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });

  function take(more) {
    for (const row of more) if (!rows.some(({ seq }) => seq === row.seq)) rows.push(row);
    rows.sort((one, other) => one.seq - other.seq);
    list.replaceChildren(
      ...rows.map(({ seq, line }) => {
        const textContent = `${seq} ${JSON.parse(line).text}`;
        return Object.assign(document.createElement("li"), { textContent });
      }),
    );
    list.dataset.state = isKept ? "kept" : "memory";
  }

  const lines = {
    attach: (given) => (keeper = given),
    inMemory: () => rows.map(({ line }) => line),
    start: () => undefined,
    size: () => rows.length,
    leftOut: () => (rows.length === 1 ? "Its picture is in no file." : ""),
    characters: () => 0,
    waiting: () => [],
    incoming(copy) {
      const lacking = () => copy.filter((line) => !rows.some((row) => row.line === line));
      return {
        changes: lacking(),
        leftOut: [],
        add: async () => {
          await add(lacking().map((line) => JSON.parse(line).text));
          return "diary: added";
        },
      };
    },
    onKept: () => take([]),
    onNewer: () => keeper.read(take),
    onState(state) {
      isKept = state === "unlocked";
      take([]);
      if (isKept) keeper.read(take);
    },
  };
  const read = () => ({ kind: "diary", version: 1, lines: field.value ? [field.value] : [] });
  const show = ({ lines: [text = ""] }) => (field.value = text);
  const editBetween = (before, after) => (areSame(before, after) ? null : () => after);
  const own = createDocument("diary", view, {
    read,
    show,
    edits: createFormEdits(view, { read, editBetween }),
  });
  const clear = () => {
    own.clear();
    rows = [];
    take([]);
  };
  return { ...own, clear, lines };
}

function createDocument(kind, view, { read, show, edits }) {
  const empty = () => ({ kind, version: 1, lines: [] });
  const said = view.querySelector(".said-last");
  return {
    kind,
    strings: stringsOf(kind),
    view,
    say: (text) => (said.textContent = text),
    edits,
    read,
    backup: read,
    show,
    clear: () => show(empty()),
    empty,
    isSame: areSame,
    open: (stored) => checked(kind, stored),
    restore: (content) => checked(kind, typeof content === "string" ? JSON.parse(content) : content),
    join: (base, mine, theirs) => ({ ...theirs, lines: joinLines(base.lines, mine.lines, theirs.lines) }),
    added(mine, incoming) {
      const fresh = incoming.lines.filter((line) => !mine.lines.includes(line));
      return { data: { ...mine, lines: [...mine.lines, ...fresh] }, changes: fresh, kept: [] };
    },
    replaced: (mine, incoming) => ({ data: incoming, changes: mine.lines }),
    knownWords: ({ lines }) => lines,
    unshown: () => null,
    withoutUnshown: (data) => data,
  };
}

function checked(kind, data) {
  if (data?.kind !== kind) return { problems: [`This holds no ${kind}.`] };
  const isReadable = location.hash === "#newer" || !data.lines.includes("of a newer guide");
  return isReadable ? { data } : { problems: [`A newer guide made these ${kind}.`] };
}

function joinLines(base, mine, theirs) {
  const stays = theirs.filter((line) => mine.includes(line) || !base.includes(line));
  return [...stays, ...mine.filter((line) => !base.includes(line) && !theirs.includes(line))];
}

function stringsOf(kind) {
  const names =
    "needsHttps nowKept opened lockedNow lockedSealing olderJoined keptElsewhere passphraseNew newerShown largeFile fileHolds fileIsSame pageHeld added replaced nothingChanges left takenOut";
  const all = Object.fromEntries(names.split(" ").map((name) => [name, `${kind}: ${name}`]));
  const outcomes = { [ALL_KEPT]: all.lockedNow, [WAITS]: `${kind}: waits`, [LOST]: `${kind}: lost` };
  return { ...all, lockedFor: {}, outcomes, reminders: { [WEEK]: "week", [MANY_CHANGES]: "many" } };
}
