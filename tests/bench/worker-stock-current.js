// The current line of Pyodide in a module worker, as its manual shows it.
import { loadPyodide } from "./pyodide.mjs";

async function start() {
  const pyodide = await loadPyodide();
  await pyodide.loadPackage(new URL("WHEEL", location).href);
  const view = pyodide.pyimport("checklist.view");
  view.load(await (await fetch("catalogue.json")).text());
  return view;
}

const view = start();
onmessage = async ({ data }) => postMessage((await view).answer(data));
