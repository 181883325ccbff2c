// Narrower types than the browser's own: this guide's templates hold only HTML.

interface ParentNode {
  querySelector<K extends keyof HTMLElementTagNameMap>(selectors: K): HTMLElementTagNameMap[K] | null;
  querySelector(selectors: string): HTMLElement | null;
  querySelectorAll<K extends keyof HTMLElementTagNameMap>(selectors: K): NodeListOf<HTMLElementTagNameMap[K]>;
  querySelectorAll(selectors: string): NodeListOf<HTMLElement>;
}

interface Element {
  closest<K extends keyof HTMLElementTagNameMap>(selector: K): HTMLElementTagNameMap[K] | null;
  closest(selector: string): HTMLElement | null;
}

/** A document also receives the guide's own events. */
interface DocumentEventMap {
  "guide:document": CustomEvent;
  "guide:pictures": CustomEvent;
  "guide:imports": CustomEvent;
  "guide:exports": CustomEvent;
  "guide:file": CustomEvent<{
    name: string;
    resolve(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): void;
    reject(error: Error): void;
  }>;
  "guide:python": CustomEvent<{
    watch(state: string, kind?: string): void;
    python: Python | null;
  }>;
}

/** What `startPython` returns. */
interface Python {
  ask(action: string, data: unknown): Promise<any>;
  stop(): void;
  restart(): void;
  startLarger(): void;
  largerSize(): number;
}

interface Window {
  trustedTypes?: { createPolicy(name: string, rules: TrustedRules): TrustedRules; defaultPolicy: unknown };
  /** In a worker that has run Pyodide's scripts. */
  loadPyodide(options: object): Promise<{ pyimport(name: string): PythonModule }>;
  importScripts(...addresses: (string | URL)[]): void;
}

/** Each returns what may be used, or null to refuse it. */
interface TrustedRules {
  createScriptURL?(address: string, type?: string, sink?: string): string | null;
  createHTML?(text: string, type?: string, sink?: string): string | null;
  createScript?(text: string, type: string, sink: string): string | null;
}

/** `checklist.view`, as Pyodide returns it. */
interface PythonModule {
  load(catalogue: string): void;
  answer(request: string): string;
}

/** A program that a bundle carries as text. */
declare module "*.py" {
  const text: string;
  export default text;
}
