// The marks in names, such as B4.40, are those of faults that other logs had.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import {
  createWritingClock,
  dayOfWhen,
  laterSentence,
  orderOfWhen,
  readWhen,
  timeWords,
  typedWhen,
  whenNow,
  isWhen,
  whenSentence,
  isWritten,
  writtenSentence,
} from "../../theme/components/log/model/times.js";

const LONDON = "Europe/London";
const NEW_YORK = "America/New_York";
const LOS_ANGELES = "America/Los_Angeles";
const NOTHING = { as: "exact", day: "", time: "", untilDay: "", untilTime: "", which: "", untilWhich: "" };
const typed = (day, time, more = {}) => ({ ...NOTHING, day, time, ...more });
const read = (...args) => readWhen(...args).when;
const written = (utc, offset = "+00:00") => ({ utc, offset, zone: "", clock: "ok" });

test("an exact time keeps wall, offset, zone and instant", () => {
  assert.deepEqual(readWhen(typed("2026-07-01", "18:05"), LONDON), {
    when: {
      ...{ as: "exact", wall: "2026-07-01T18:05", offset: "+01:00" },
      ...{ zone: LONDON, utc: "2026-07-01T17:05:00Z" },
    },
    ask: [],
    problems: [],
  });
});

test("each way to say when is kept and shown", () => {
  const between = { as: "between", untilTime: "02:00" };
  for (const [given, wall, words] of [
    [typed("2026-07-01", "18:05"), "2026-07-01T18:05", "18:05"],
    [typed("2026-07-01", "18:05", { as: "about" }), "2026-07-01T18:05", "about 18:05"],
    [typed("2026-07-01", "", { as: "about" }), "2026-07-01", "about that day"],
    [typed("2026-07-01", "01:00", between), "2026-07-01T01:00", "between 01:00 and 02:00"],
    [typed("2026-07-01", "", { as: "day" }), "2026-07-01", "some time that day"],
    [typed("2026-07-01", "", { as: "exact" }), "2026-07-01", "some time that day"],
    [
      typed("2026-07-01", "18:05", { as: "noticed" }),
      "2026-07-01T18:05",
      "noticed at 18:05; it happened before",
    ],
    [typed("2026-07-01", "", { as: "noticed" }), "2026-07-01", "noticed that day; it happened before"],
  ]) {
    const when = read(given, LONDON);
    assert.equal(when.wall, wall);
    assert.equal(timeWords(when), words);
    assert.ok(isWhen(when));
    assert.deepEqual(read(typedWhen(when), LONDON), when);
  }
});

test("a span over days names both", () => {
  const days = read(typed("2026-07-01", "", { as: "between", untilDay: "2026-07-03" }), LONDON);
  assert.equal(timeWords(days), "between Wednesday 1 July 2026 and Friday 3 July 2026");
  const night = read(
    typed("2026-07-01", "23:00", { as: "between", untilDay: "2026-07-02", untilTime: "06:00" }),
    LONDON,
  );
  assert.equal(timeWords(night), "between 23:00 and Thursday 2 July 2026, 06:00");
});

test("what is no time is said in a sentence, and nothing is made of it", () => {
  for (const [given, problem] of [
    [typed("", ""), "Choose the day it happened. As near as you can is fine."],
    [typed("2026-02-29", ""), "Choose the day it happened. As near as you can is fine."],
    [typed("0000-01-01", ""), "Choose the day it happened. As near as you can is fine."],
    [typed("12026-01-01", ""), "Choose the day it happened. As near as you can is fine."],
    [typed("2026-07-01", "24:00"), "When it happened: this is not a time of day."],
    [typed("2026-07-01", "<b>"), "When it happened: this is not a time of day."],
    [typed("2026-07-01", "10:00", { as: "between" }), "When it happened: add when it ended."],
    [
      typed("2026-07-01", "10:00", { as: "between", untilTime: "09:00" }),
      "When it happened: the end is before the beginning.",
    ],
    [
      typed("2026-07-02", "", { as: "between", untilDay: "2026-07-01" }),
      "When it happened: the end is before the beginning.",
    ],
  ])
    assert.deepEqual(readWhen(given, LONDON), { when: null, ask: [], problems: [problem] });
});

test("B1.1: 3 March at 20:30 in New York stays 3 March at 20:30", () => {
  const evening = new Date("2026-03-04T01:30:40Z");
  const when = whenNow(evening, NEW_YORK);
  assert.deepEqual(when, {
    ...{ as: "exact", wall: "2026-03-03T20:30", offset: "-05:00" },
    ...{ zone: NEW_YORK, utc: "2026-03-04T01:30:00Z" },
  });
  assert.equal(dayOfWhen(when), "2026-03-03");
  assert.equal(whenSentence(when), "Tuesday 3 March 2026, 20:30");
});

test("B1.3: what was written the same evening is not late", () => {
  const when = read(typed("2026-03-10", "14:00"), NEW_YORK);
  assert.equal(laterSentence(when, written("2026-03-11T01:00:07Z", "-04:00")), "Written 7 hours later.");
});

test("how long after it happened is counted between instants, or between days", () => {
  const at = read(typed("2026-03-10", "14:00"), LONDON);
  const day = read(typed("2026-03-10", "", { as: "day" }), LONDON);
  const night = read(
    typed("2026-03-09", "22:00", { as: "between", untilDay: "2026-03-10", untilTime: "06:00" }),
    LONDON,
  );
  const later = "The time that it happened is later than the time that it was written.";
  for (const [when, utc, sentence] of [
    [at, "2026-03-10T14:00:30Z", "Written at once."],
    [at, "2026-03-10T14:10:00Z", "Written 10 minutes later."],
    [at, "2026-03-10T14:59:59Z", "Written 59 minutes later."],
    [at, "2026-03-10T15:00:00Z", "Written 1 hour later."],
    [at, "2026-03-11T13:59:00Z", "Written 23 hours later."],
    [at, "2026-03-11T14:00:00Z", "Written 1 day later."],
    [at, "2026-04-09T14:00:00Z", "Written 30 days later."],
    [at, "2026-03-10T13:58:00Z", later],
    [night, "2026-03-10T08:00:00Z", "Written 2 hours later."],
    [day, "2026-03-10T23:59:00Z", "Written the same day."],
    [day, "2026-03-12T00:01:00Z", "Written 2 days later."],
    [day, "2026-03-09T23:59:00Z", later],
  ])
    assert.equal(laterSentence(when, written(utc)), sentence);
});

test("B4.39: the evening before summer time stays where it is", () => {
  const when = read(typed("2026-03-07", "23:59"), LOS_ANGELES);
  assert.deepEqual(
    [when.wall, when.offset, when.utc],
    ["2026-03-07T23:59", "-08:00", "2026-03-08T07:59:00Z"],
  );
  assert.equal(whenSentence(when), "Saturday 7 March 2026, 23:59");
});

test("B4.43: a time that the clock showed twice is asked about, and only then", () => {
  const doubled = typed("2026-10-25", "01:30");
  const first = { utc: "2026-10-25T00:30:00Z", offset: "+01:00" };
  const second = { utc: "2026-10-25T01:30:00Z", offset: "+00:00" };
  assert.deepEqual(readWhen(doubled, LONDON), {
    when: null,
    ask: [{ at: "start", first, second }],
    problems: [],
  });
  for (const [which, instant] of [
    ["first", first],
    ["second", second],
  ]) {
    const when = read({ ...doubled, which }, LONDON);
    assert.deepEqual(when, { as: "exact", wall: "2026-10-25T01:30", zone: LONDON, ...instant, mark: which });
    assert.equal(timeWords(when), `01:30 (the ${which} time the clock showed this)`);
  }
  for (const time of ["00:59", "02:00"])
    assert.deepEqual(readWhen(typed("2026-10-25", time), LONDON).ask, []);
  assert.deepEqual(readWhen(doubled, "Asia/Tokyo").ask, []);
});

test("B4.43: both ends of a span are asked about", () => {
  const span = typed("2026-10-25", "01:10", { as: "between", untilTime: "01:05" });
  assert.deepEqual(
    readWhen(span, LONDON).ask.map(({ at }) => at),
    ["start", "end"],
  );
  const when = read({ ...span, which: "first", untilWhich: "second" }, LONDON);
  assert.equal(when.until.utc, "2026-10-25T01:05:00Z");
  assert.match(
    readWhen({ ...span, which: "second", untilWhich: "first" }, LONDON).problems[0],
    /end is before/,
  );
});

test("B4.43: a time that the clock skipped is kept as written, and marked", () => {
  const when = read(typed("2026-03-29", "01:30"), LONDON);
  assert.deepEqual(when, {
    ...{ as: "exact", wall: "2026-03-29T01:30", offset: "+00:00", zone: LONDON },
    ...{ utc: "2026-03-29T01:30:00Z", mark: "gap" },
  });
  assert.equal(timeWords(when), "01:30 (the clock skipped this time; it is kept as written)");
  const day = read(typed("2011-12-30", "12:00"), "Pacific/Apia"); // a whole day that was left out
  assert.deepEqual([day.wall, day.mark], ["2011-12-30T12:00", "gap"]);
});

test("quick writing in the doubled hour knows which of the two it is", () => {
  assert.equal(whenNow(new Date("2026-10-25T00:30:07Z"), LONDON).mark, "first");
  assert.equal(whenNow(new Date("2026-10-25T01:30:07Z"), LONDON).mark, "second");
  assert.equal(whenNow(new Date("2026-10-25T02:30:07Z"), LONDON).mark, undefined);
});

test("B4.40, B4.41: what is opened and saved fifty times is the same", () => {
  for (const given of [
    typed("2026-10-25", "01:30", { which: "first" }),
    typed("2026-03-29", "01:30"),
    typed("2026-12-31", "", { as: "day" }),
    typed("0001-01-01", "00:00"),
    typed("9999-12-31", "23:59"),
  ]) {
    const when = read(given, LONDON);
    let again = when;
    for (let save = 0; save < 50; save++) again = read(typedWhen(again), LONDON, again);
    assert.deepEqual(again, when);
  }
});

test("what is not changed stays as it is, even if this device knows better", () => {
  const when = {
    ...read(typed("2026-07-01", "18:05"), LONDON),
    utc: "2026-07-01T16:05:00Z",
    of: "a newer version",
  };
  assert.equal(read(typedWhen(when), LONDON, when), when);
});

test("B4.44: a zone that the browser does not know keeps its offset", () => {
  const when = {
    ...{ as: "exact", wall: "2030-01-01T10:00", offset: "+13:30" },
    zone: "Mars/Base",
    utc: "2029-12-31T20:30:00Z",
  };
  assert.deepEqual(read(typed("2030-01-01", "11:00"), "Mars/Base", when), {
    ...{ ...when, wall: "2030-01-01T11:00", utc: "2029-12-31T21:30:00Z" },
  });
});

test("B4.44: a browser that knows no zone goes by the device's clock", () => {
  const script = `
    process.env.TZ = "Asia/Kolkata";
    Intl.DateTimeFormat.prototype.resolvedOptions = () => ({ timeZone: undefined });
    const { zoneHere } = await import("./theme/components/log/model/zones.js");
    const { readWhen, createWritingClock } = await import("./theme/components/log/model/times.js");
    const typed = { as: "exact", day: "2026-07-01", time: "18:05", which: "" };
    console.log(JSON.stringify([readWhen(typed, zoneHere()).when, createWritingClock()("").offset]));`;
  const root = new URL("../..", import.meta.url);
  const done = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: root,
    encoding: "utf8",
  });
  assert.deepEqual(JSON.parse(done.stdout), [
    { ...{ as: "exact", wall: "2026-07-01T18:05", offset: "+05:30" }, zone: "", utc: "2026-07-01T12:35:00Z" },
    "+05:30",
  ]);
});

test("B4.44: 29 February and the first and last year are kept as written", () => {
  for (const [day, zone] of [
    ["2028-02-29", LONDON],
    ["0001-01-01", LONDON],
    ["9999-12-31", LONDON],
    ["0001-01-01", "Asia/Tokyo"],
    ["9999-12-31", LOS_ANGELES],
  ])
    for (const time of ["00:00", "12:00", "23:59"]) {
      const when = read(typed(day, time), zone);
      assert.equal(when.wall, `${day}T${time}`);
      assert.ok(isWhen(when));
      assert.match(whenSentence(when), /^\w+ \d+ \w+ \d+, \d\d:\d\d$/);
    }
});

test("B4.44: a clock that was set back is noted", () => {
  let now = Date.parse("2026-05-01T10:00:00Z");
  let ticks = 0;
  const clock = createWritingClock({ now: () => now, ticks: () => ticks, zone: () => LONDON });
  const first = clock("");
  assert.deepEqual(first, { utc: "2026-05-01T10:00:00Z", offset: "+01:00", zone: LONDON, clock: "ok" });
  assert.equal(writtenSentence(first), "Written on Friday 1 May 2026 at 11:00.");
  now += 60_000;
  ticks += 60_000;
  assert.equal(clock(first.utc).clock, "ok");
  now -= 30_000;
  ticks += 10_000; // still later than the newest line, but the clock was set back by 40 seconds
  const second = clock(first.utc);
  assert.equal(second.clock, "went back");
  assert.match(writtenSentence(second), /The clock of this device had gone back\.$/);
  assert.equal(clock(second.utc).clock, "ok");
  assert.equal(clock("2027-05-01T10:00:00Z").clock, "went back");
});

test("what is no time in a line is known", () => {
  const when = read(typed("2026-07-01", "18:05"), LONDON);
  for (const value of [
    null,
    5,
    [],
    {},
    { ...when, as: "soon" },
    { ...when, wall: "2026-07-01 18:05" },
    { ...when, wall: "2026-07-32T18:05" },
    { ...when, utc: "2026-07-01T17:05:00" },
    { ...when, utc: undefined },
    { ...when, offset: "Z" },
    { ...when, zone: 5 },
    { ...when, mark: 1 },
    { ...when, until: when },
    { ...when, as: "between" },
    { ...when, as: "between", until: { wall: "soon" } },
  ])
    assert.ok(!isWhen(value));
  assert.ok(isWritten(written("2026-07-01T17:05:00Z")));
  for (const value of [null, {}, { ...written("soon") }, { ...written("2026-07-01T17:05:00Z"), clock: 1 }])
    assert.ok(!isWritten(value));
});

test("times are ordered by the day on the wall, then by the instant", () => {
  const times = [
    read(typed("2026-10-24", "23:00"), LONDON),
    read(typed("2026-10-25", "", { as: "day" }), LONDON),
    read(typed("2026-10-25", "01:30", { which: "first" }), LONDON),
    read(typed("2026-10-25", "01:15", { which: "second" }), LONDON),
    read(typed("2026-10-26", "00:01"), "Pacific/Auckland"), // an earlier instant, and a later day
  ];
  const orders = times.map(orderOfWhen);
  assert.deepEqual(
    [...orders].sort((one, other) => one - other),
    orders,
  );
  assert.equal(new Set(orders).size, times.length);
});
