// Ask the Python that readers get about other catalogues than the guide's own.
import { loadPython } from "../../theme/components/python/load-python.js";
import { networkFiles } from "../../theme/components/python/network-files.js";

self.addEventListener("message", async ({ data: { base, jobs } }) => {
  try {
    const view = await loadPython(networkFiles({ base }, () => {}));
    const answer = ({ catalogue, action, request }) => {
      if (catalogue) view.load(catalogue);
      return view[action](request);
    };
    self.postMessage(jobs.map(answer));
  } catch (error) {
    self.postMessage(String(error));
  }
});
