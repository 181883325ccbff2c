// XML of "SMS Backup & Restore" (Android): messages (sms), messages with parts or to several people (mms), and calls.
import { _, fill } from "../../../common/gettext.js";
import { MOST_FIELD } from "../bounds.js";
import { askShownZone } from "../questions.js";
import { TagReader } from "../tags.js";

/** @import { Answers, Direction, Format, Input, RawRow, To } from "../types.d.ts" */
/** @import { Tag } from "../tags.js" */
/** @typedef {Record<string, string>} Attributes */

/** @type {Record<string, {direction: Direction, result?: string}>} */
const MESSAGES = {
  1: { direction: "in" },
  2: { direction: "out" },
  3: { direction: "out", result: "draft" },
  4: { direction: "out", result: "waiting" },
  5: { direction: "out", result: "failed" },
  6: { direction: "out", result: "waiting" },
};
/** @type {Record<string, {direction: Direction, result?: string}>} */
const CALLS = {
  1: { direction: "in" },
  2: { direction: "out" },
  3: { direction: "in", result: "missed" },
  4: { direction: "in", result: "voicemail" },
  5: { direction: "in", result: "rejected" },
  6: { direction: "in", result: "blocked" },
  7: { direction: "in", result: "elsewhere" },
};
/** @type {Record<string, string>} */
const PRESENTATIONS = { 2: "withheld", 3: "unknown-number", 4: "pay-phone" };
const ABSENT = new Set(["null", "(Unknown)", ""]);
const NOBODY = "insert-address-token"; // stands for the phone itself
const FROM = "137";

// Files, and what the phone notes for itself or writes twice. It is not read.
const IGNORED = (
  "data protocol toa sc_toa status locked sub_id readable_date read seen subscription_id subscription_component_name " +
  "sub_cs text_only ct_t m_type m_size m_id m_cls tr_id v exp pri rpt_a rr d_rpt d_tm st retr_st retr_txt retr_txt_cs " +
  "resp_st resp_txt ct_cls ct_l date_sent read_status app_id from_address creator _id spam_report sim_slot sim_imsi " +
  "deletable hidden"
).split(" ");
const MAPPED = new Set(
  "address body contact_name count date msg_box number duration presentation subject type sub".split(" "),
);

const MOST_WRITTEN = 8 * MOST_FIELD; // letters of a value: up to eight stand for one, as in `&#55357;`

/** @type {Format} */
export const smsBackup = {
  id: "sms-backup",
  label: _("SMS Backup & Restore (XML)"),
  suits: ({ text, names }) =>
    !names && /<(smses|allsms|calls|alllogs|sms|mms|call)[\s>]/.test(text.slice(0, 8000)),
  questions: () => [askShownZone()],
  read,
};

/**
 * @param {Input} input
 * @param {Answers} _answers
 * @param {To} to
 */
async function read(input, _answers, to) {
  const reader = createRecords(to);
  const tags = new TagReader(reader, { ignored: IGNORED, most: MOST_WRITTEN });
  for await (const piece of input.pieces()) tags.add(piece);
  reader.end(tags.end());
}

/**
 * Return what makes rows of tags.
 * @param {To} to
 */
function createRecords(to) {
  let at = 0;
  let said = 0;
  /** @type {{tag: Tag, parts: Attributes[], addresses: Attributes[]} | null} */
  let mms = null;

  /** @param {Tag} tag */
  function open(tag) {
    const { name, attributes } = tag;
    if (name === "smses" || name === "calls") said += Number(attributes.count) || 0;
    else if (name === "sms") give(tag, smsRow(attributes));
    else if (name === "call") give(tag, callRow(attributes));
    else if (name === "mms") mms = { tag, parts: [], addresses: [] };
    else if (name === "part") addTo(mms?.parts, tag);
    else if (name === "addr") addTo(mms?.addresses, tag);
  }

  /**
   * @param {Attributes[] | undefined} list
   * @param {Tag} tag
   */
  function addTo(list, tag) {
    if (!mms || !list || list.length >= 1000) return;
    list.push(tag.attributes);
    mms.tag.mended += tag.mended;
    mms.tag.lost += tag.lost;
  }

  /** @param {string} name */
  function close(name) {
    if (name !== "mms" || !mms) return;
    give(mms.tag, mmsRow(mms.tag.attributes, mms.parts, mms.addresses));
    mms = null;
  }

  /**
   * @param {Tag} tag
   * @param {Omit<RawRow, "at" | "epoch">} row
   */
  function give({ attributes, mended, lost }, row) {
    at += 1;
    const notes = [...(row.notes ?? [])];
    if (mended) notes.push("letters-mended");
    if (lost) notes.push("letters-not-mended");
    to.mended(mended + lost);
    const epoch = epochOf(attributes.date);
    if (epoch === null)
      to.skip(at, _("This record has no time."), [row.number, row.name, row.text].join(" "));
    else to.row({ ...row, epoch, notes, raw: rawOf(attributes), at });
  }

  /** @param {boolean} isUnfinished */
  function end(isUnfinished) {
    if (isUnfinished) to.skip(at + 1, _("The file ends in the middle of a record. It may not be whole."));
    if (said && said !== at)
      to.note(
        fill(_("The file says that it holds {said} records. {found} were found."), { said, found: at }),
      );
  }

  return { open, close, end };
}

/** @param {string} [date] */
function epochOf(date) {
  if (!date || !/^\d{6,16}$/.test(date) || Number(date) === 0) return null;
  return date.length === 10 ? Number(date) * 1000 : Number(date); // some programs write seconds
}

/** @param {string} [value] */
const present = (value = "") => (ABSENT.has(value) ? "" : value);

/**
 * @param {Attributes} attributes
 * @returns {Omit<RawRow, "at" | "epoch">}
 */
function smsRow({ type, address, contact_name: name, subject, body = "" }) {
  const text = [present(subject), body].filter(Boolean).join("\n");
  return { what: "message", ...kindOf(MESSAGES, type), number: present(address), name: present(name), text };
}

/**
 * @param {Attributes} attributes
 * @returns {Omit<RawRow, "at" | "epoch">}
 */
function callRow({ type, number, contact_name: name, duration, presentation }) {
  const notes = Object.hasOwn(PRESENTATIONS, presentation) ? [PRESENTATIONS[presentation]] : [];
  const shown = /^-[123]$/.test(number) ? "" : present(number); // older phones write these for a number that is not shown
  return {
    what: "call",
    ...kindOf(CALLS, type),
    number: shown,
    name: present(name),
    length: present(duration),
    notes,
  };
}

/**
 * @param {Attributes} attributes
 * @param {Attributes[]} parts
 * @param {Attributes[]} addresses
 * @returns {Omit<RawRow, "at" | "epoch">}
 */
function mmsRow({ msg_box: box, address, contact_name: name, sub }, parts, addresses) {
  const kind = kindOf(MESSAGES, box);
  const people = present(address).split("~").filter(Boolean);
  const from = addresses.find(
    ({ type, address: one }) => type === FROM && present(one) && one !== NOBODY,
  )?.address;
  const others = addresses
    .filter(({ type, address: one }) => type !== FROM && one !== NOBODY)
    .map((one) => one.address);
  const to = people.length ? people : others;
  const number = kind.direction === "in" ? (from ?? (to.length === 1 ? to[0] : "")) : to.join(", ");
  const content = parts.filter(({ ct }) => ct !== "application/smil");
  const texts = content.filter(isText).map(({ text = "" }) => text);
  const files = content.filter((part) => !isText(part)).map(fileName);
  return {
    ...{ what: "message", ...kind, number, name: present(name) },
    text: [present(sub), ...texts].filter(Boolean).join("\n"),
    files,
    ...(people.length > 1 && { chat: people.join(", "), notes: ["group"] }),
  };
}

/** @param {Attributes} part */
const isText = ({ ct = "" }) => /^text\/plain\s*(;|$)/i.test(ct);

/** @param {Attributes} part */
const fileName = ({ cl, fn, name, ct }) => [cl, fn, name, ct].map(present).find(Boolean) ?? "";

/**
 * @param {Record<string, {direction: Direction, result?: string}>} kinds
 * @param {string} [type]
 */
function kindOf(kinds, type = "") {
  return Object.hasOwn(kinds, type) ? kinds[type] : { direction: /** @type {Direction} */ ("") };
}

/** @param {Attributes} attributes */
function rawOf(attributes) {
  const kinds = attributes.number === undefined ? MESSAGES : CALLS;
  const type = attributes.type ?? attributes.msg_box ?? "";
  /** @type {Record<string, string>} */
  const raw = {};
  for (const name in attributes)
    if (!MAPPED.has(name) && !ABSENT.has(attributes[name])) raw[name] = attributes[name];
  if (type && !Object.hasOwn(kinds, type)) raw.type = type;
  return raw;
}
