// Start a stock worker, ask once, and write on the page how long it took.
const begun = performance.now();
const worker = new Worker("worker.js", { type: document.documentElement.dataset.worker });
worker.onmessage = ({ data }) => {
  document.documentElement.dataset.answered =
    JSON.parse(data).result.groups.length && performance.now() - begun;
};
worker.postMessage(JSON.stringify({ answers: {}, marks: {} }));
