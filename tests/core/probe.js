// Stands behind Pyodide's scripts in the worker: lets a test ask Python what the page cannot, and read which functions ran.
// All else in the worker is the product's.
{
  const loadPyodide = self.loadPyodide;
  let pyodide;
  let view;
  let loaded;
  self.loadPyodide = async (options) => {
    pyodide = await loadPyodide(options).catch((error) => {
      self.postMessage({ trouble: `${error}\n${error.stack}` });
      throw error;
    });
    return { pyimport: (name) => (view = pyodide.pyimport(name)) };
  };

  const answers = {
    ask({ asked, catalogues }) {
      return asked.map(({ function: name, request, catalogue }) => {
        if (loaded !== catalogue) view.load(catalogues[catalogue]);
        loaded = catalogue;
        return view[name](request);
      });
    },
    /** Numbers of functions that ran: `{module, script}`, each a text of 0 and 1. */
    ran({ place, functions }) {
      const marks = pyodide._module.HEAPU8.slice(place, place + functions);
      return { module: marks.join(""), script: self.__ran.join("") };
    },
    async collect() {
      for (let round = 0; round < 20; round += 1) {
        self.gc?.();
        Array.from({ length: 20_000 }, () => new Array(100).fill(round));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };

  self.addEventListener("message", async ({ data: { probe, data } }) => {
    if (!probe) return;
    try {
      self.postMessage({ probed: await answers[probe](data) });
    } catch (error) {
      self.postMessage({ failed: `${error?.name}: ${error?.message}\n${error?.stack}` });
    }
  });
}
