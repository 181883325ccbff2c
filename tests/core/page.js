// In a page of a test: start Python's worker as `python-client.js` does, and ask it. `window.core` is what a test calls.
(() => {
  const folder = new URL("assets/python/", document.baseURI).href;
  const script = JSON.stringify(new URL("worker.js", folder).href);
  const worker = new Worker(URL.createObjectURL(new Blob([`importScripts(${script})`])));
  const waiting = [];
  let broken;
  worker.addEventListener("message", ({ data }) => {
    if (data.trouble) core.trouble = data.trouble;
    const isAnswer = "probed" in data || data.failed || data.id !== undefined;
    if (!isAnswer) return; // it tells of itself, or answers a message that is for the probe
    waiting.shift()?.(data);
  });
  worker.addEventListener("error", (event) => {
    broken = `error of the worker: ${event.message}`;
    for (const tell of waiting.splice(0)) tell({ failed: broken });
  });
  const post = (message) =>
    new Promise((resolve) => {
      if (broken) resolve({ failed: broken });
      waiting.push(resolve);
      worker.postMessage(message);
    });

  const core = {
    /** Asked since the page was opened. */
    done: 0,
    differences: [],
    failed: "",
    trouble: "",
    finished: false,
    async start() {
      const { error } = await post({ id: 0, action: "start", data: { base: folder } });
      return error ? `${error} ${core.trouble}` : "";
    },
    ask: (data) => post({ probe: "ask", data }),
    ran: (numbers) => post({ probe: "ran", data: numbers }),

    /** Ask all that `requests.json` has, and note what is answered in another way; every so often as the page asks. */
    async askAll() {
      const { catalogues, asked } = await (await fetch("requests.json")).json();
      for (let at = 0; at < asked.length && !core.failed; at += 50) {
        const some = asked.slice(at, at + 50);
        await askSome(some, catalogues);
        core.done += some.length;
        if (at % 500 === 0) await post({ probe: "collect" });
      }
      core.finished = true;
    },
  };
  window.core = core;

  const ACTIONS = { answer: "answer", next_questions: "questions", log_counts: "log-counts" };

  async function askSome(asked, catalogues) {
    const { probed, failed } = await post({ probe: "ask", data: { asked, catalogues } });
    if (failed) core.failed = failed;
    probed?.forEach((answer, at) => note(asked[at], answer));
    const last = asked.at(-1);
    if (core.failed || !isAsWritten(last.request)) return;
    const { result, error } = await post({
      id: 1,
      action: ACTIONS[last.function],
      data: JSON.parse(last.request),
    });
    if (error) core.failed = `the worker: ${error}`;
    else note({ ...last, answer: JSON.stringify(JSON.parse(last.answer)) }, JSON.stringify(result));
  }

  function note(asked, answer) {
    if (answer !== asked.answer) core.differences.push({ ...asked, catalogue: undefined, got: answer });
  }

  /** A browser writes some numbers in another way, which Python tells apart. */
  function isAsWritten(request) {
    try {
      return !/\d[.e]|\d{16}/i.test(request) && typeof JSON.parse(request) === "object";
    } catch {
      return false;
    }
  }
})();
