// A view that was asked for before the page was hidden may come while nothing is seen.

const root = document.documentElement;

/** When the page is shown again with another view than now, begin that view at its top. */
export function beginLateView() {
  const { view } = root.dataset;
  const begin = () => {
    if (view === root.dataset.view) return;
    scrollTo({ top: 0, behavior: "instant" });
    document.querySelector("main > :not([hidden]) h1")?.focus();
  };
  document.addEventListener("guide:show", begin, { once: true });
}
