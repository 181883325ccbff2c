// When it happened, in the form: exact, about, between, that day, or noticed at.
import { BETWEEN, DAY as THAT_DAY, GAP, readWhen, typedWhen, whenNow, whenSentence } from "./model/times.js";
import { zoneHere } from "./model/zones.js";

/** Set up the field; `place` is its fold. */
export function createWhen(place) {
  const [start, end] = [...place.querySelectorAll("[data-moment]")].map(createMoment);
  const hows = [...place.querySelectorAll("[name$=-how]")];
  /** @type {any} */
  let before; // what the form began with

  place.addEventListener("change", show);
  place.addEventListener("input", show);
  return { read: () => readWhen(typed(), zone(), before), write, typed };

  /** A corrected time is one on the same clock, wherever the device is by now. */
  function zone() {
    return before?.zone || zoneHere();
  }

  /** What the fields say, as a draft keeps it. */
  function typed() {
    const as = hows.find(({ checked }) => checked)?.value ?? THAT_DAY;
    const { day, time, which } = start.typed(as !== THAT_DAY);
    const until = as === BETWEEN ? end.typed(true) : { day: "", time: "", which: "" };
    return { as, day, time, which, untilDay: until.day, untilTime: until.time, untilWhich: until.which };
  }

  /** Show what was typed; without it, the time of an entry; without both, now. */
  function write({ typed: wanted, when }) {
    before = when;
    const shown = wanted ?? typedWhen(when ?? whenNow());
    for (const radio of hows) radio.checked = radio.value === shown.as;
    start.write(shown.day, shown.time, shown.which);
    end.write(shown.untilDay, shown.untilTime, shown.untilWhich);
    show();
  }

  /** Show the fields that this needs, and ask which of two, where the clock showed a time twice. */
  function show() {
    const now = typed();
    end.element.hidden = now.as !== BETWEEN;
    start.showTime(now.as !== THAT_DAY);
    const { when, ask } = readWhen({ ...now, which: "", untilWhich: "" }, zone());
    const read = readWhen(typed(), zone(), before).when;
    place.querySelector(".log-when-said").textContent = read ? whenSentence(read) : "";
    start.ask(ask.some(({ at }) => at === "start"));
    end.ask(ask.some(({ at }) => at === "end"));
    place.querySelector(".log-gap").hidden = ![when?.mark, when?.until?.mark].includes(GAP);
  }
}

function createMoment(element) {
  const [day, time] = ["day", "time"].map((name) => element.querySelector(`[data-time=${name}]`));
  const twice = element.querySelector(".log-twice");
  const radios = [...twice.querySelectorAll("input")];

  return {
    element,
    typed: (isTimed) => ({
      day: day.value,
      time: isTimed ? time.value : "",
      which: (isTimed && !twice.hidden && radios.find(({ checked }) => checked)?.value) || "",
    }),
    write(newDay, newTime, which) {
      day.value = newDay;
      time.value = newTime;
      for (const radio of radios) radio.checked = radio.value === which;
    },
    showTime: (isShown) => (time.closest("label").hidden = !isShown),
    ask: (isAsked) => (twice.hidden = !isAsked),
  };
}
