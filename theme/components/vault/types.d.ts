// What the parts of the vault pass to each other. Types only: nothing of this file is in any bundle.
import type { KnownError } from "../common/known-error.js";
import type { EVENT } from "./state.js";

/** What is kept: JSON, of which the vault knows nothing. */
export type Data = unknown;
/** Returns other data and leaves what it gets as it is. */
export type Edit = (data: Data) => Data;
/** The change made to `base` here, merged with the change that another tab made. */
export type Join = (base: Data, mine: Data, theirs: Data) => Data;

export type Bytes = Uint8Array<ArrayBuffer>;

/** What is stored: the key under its passphrase, and the data under the key. */
export interface Records {
  key: Bytes;
  record: Bytes;
  /** Older keys under the key, as long as a line may be sealed for them. */
  older?: Bytes;
}

/** Where a file of lines is stored: in the tail each holds one line, in parts many. */
export type Place = "tail" | "parts";
/** The numbers of the lines in one file. */
export interface Range {
  place: Place;
  from: number;
  to: number;
}
export type StoredLines = Range & { file: Bytes };

/** Where something lies that is sealed for the key, and not beside it. */
export interface SealedPlace {
  store: string;
  key: IDBValidKey;
}

/** Where a chain began, and its head: 64 hex digits each. */
export interface Chain {
  start: string;
  head: string;
}
/** What is in a file of lines. `head` is the one after its last line. */
export type FileOfLines = Chain & { from: number; lines: string[] };
/** A line and its number. */
export interface Row {
  seq: number;
  line: string;
}
export type NewRow = Row & { leaf: string };
/** A line that was just given its place in the chain. `head` is the one after it. */
export type WrittenLine = NewRow & Chain;

/** Lines to seal. Without `chain` it goes on from the first of `newest` that opens, or begins. */
export interface NewLines {
  from: number;
  texts: string[];
  chain: Chain | null;
  newest: StoredLines[];
  /** What to put together with them into parts. */
  fold: { part: StoredLines | null; tail: StoredLines[] } | null;
  /** What to begin with, where a log comes from a file. */
  start?: string;
}
/** What to store for them, and what that takes the place of. */
export interface SealedLines {
  rows: NewRow[];
  chain: Chain;
  files: StoredLines[];
  gone: Range[];
}
export interface OpenedLines {
  /** Null where it does not open. */
  lines: string[] | null;
  /** Whether it holds the numbers that it is stored under. */
  isAsStored: boolean;
  /** What the chain begins with; null where it does not. */
  start: string | null;
}
export interface CheckedLines {
  count: number;
  /** Null where the last file did not open. */
  chain: Chain | null;
  seq: number;
  problems: LineProblem[];
}

/**
 * `missing`: these numbers are not there; `damaged`: the file that held them does not open; `changed`: the chain does not hold
 * in the file of these.
 */
export interface LineProblem {
  kind: "missing" | "damaged" | "changed";
  from: number;
  to: number;
}
export type MakeLine = (next: { seq: number }) => string | Promise<string>;

/** Lines that are only ever added: README.md. */
export interface Lines {
  /** `start`: what the chain begins with where there is no line yet, as `check` returned it; so codes of a copy fit. */
  add(makes: MakeLine[], how?: { start?: string }): Promise<NewRow[]>;
  read(
    onSlice: (rows: Row[]) => void,
    how?: { after?: number },
  ): Promise<{ count: number; start: string | null; problems: LineProblem[] }>;
  /** `head` and `start` are null where there is no line, or the last one does not open. */
  check(): Promise<{ count: number; start: string | null; head: string | null; problems: LineProblem[] }>;
}

export interface FoundLines {
  /** Null where there can be none. */
  key: Bytes | null;
  ranges: Range[];
  files: StoredLines[];
}
/** Where lines are, as `stores/line-values.js` finds and stores them. */
export interface LineStorage {
  hasRoom(): Promise<boolean>;
  makeRoom(): Promise<void>;
  find(choose: (ranges: Range[]) => Range[]): Promise<FoundLines>;
  put(key: Bytes, last: number, lines: Pick<SealedLines, "files" | "gone">): Promise<boolean>;
  listSealed(): Promise<SealedPlace[]>;
  get(place: SealedPlace): Promise<Bytes | undefined>;
  replace(key: Bytes, place: SealedPlace, stored: Bytes, file: Bytes): Promise<boolean>;
  dropOlder(key: Bytes): Promise<void>;
}

/** A file that is kept: its true length, and the SHA-256 of its very bytes in 64 hex digits. */
export interface Attachment {
  id: string;
  bytes: number;
  sha256: string;
}
/** What is stored of a file, sealed for the key: how many values, and the identity that opens them. */
export type Head = Attachment & { values: number; identity: string };

/** Files, byte for byte: README.md. */
export interface Attachments {
  /**
   * Resolves when the file is stored, read back and compared, and counts. Whatever ends it before leaves nothing of it.
   * `onProgress(bytes)`: half of a byte for what is stored, the other half for what was read back.
   */
  add(file: Blob, how?: { onProgress?: (bytes: number) => void; signal?: AbortSignal }): Promise<Attachment>;
  /** The stream fails where the file is cut or changed, at its end at the latest: it is whole only when it has ended. */
  read(id: string): Promise<{ bytes: number; stream: ReadableStream<Uint8Array> }>;
  /** `bytes` is null where what says so does not open. */
  list(): Promise<{ id: string; bytes: number | null }[]>;
  /** Drop what an adding left that never ended, if neither these nor any line name it, unless a tab that has added files is open. */
  dropOthers(ids: string[]): Promise<void>;
  /** Bytes; null where the browser does not say. */
  room(): Promise<number | null>;
}

/** The same for a session. */
export type AttachmentsOf = {
  [name in keyof Attachments]: (
    session: Session,
    ...given: Parameters<Attachments[name]>
  ) => ReturnType<Attachments[name]>;
};

/** Where attachments are, as `attachments/values.js` stores and finds them. */
export interface AttachmentStorage {
  hasRoom(): Promise<boolean>;
  makeRoom(): Promise<void>;
  put(id: string, number: number, value: Bytes): Promise<void>;
  keep(id: string, values: number, head: Bytes, key: Bytes): Promise<void>;
  get(id: string, number: number): Promise<Bytes | null>;
  find(ids: string[] | null): Promise<{ key: Bytes; heads: { id: string; head: Bytes | null }[] }>;
  ids(): Promise<string[]>;
  /** The ids of those without a head. */
  unfinished(): Promise<string[]>;
  drop(ids: string[]): Promise<void>;
}

/** All that is stored, in one file; `lost`: how many values the browser could not read. */
export interface StoredAsIs {
  file: Blob;
  lost: number;
}

/** New records, and who they are sealed for. */
export interface Created {
  records: Records;
  recipient: string;
}

/** What a passphrase has opened. */
export interface Opened {
  data: Data;
  recipient: string;
  /** What waited to be stored, in the order in which it was given. */
  waiting: Data[];
}

export interface Rating {
  ok: boolean;
  /** Why not: a kind that `strings.js` has a sentence for. */
  reason: string | null;
}

type WithPassphrase<T> = T & { passphrase: string };

/** What each action of a worker is given, and what it answers. */
export interface Actions {
  "warm-up": [undefined, void];
  create: [
    WithPassphrase<{ data: Data; lines?: string[]; start?: string }>,
    Created & { files: StoredLines[] },
  ];
  unlock: [WithPassphrase<Records & { waiting?: Bytes[] }>, Opened];
  open: [Bytes, Data];
  seal: [Data, Bytes];
  "seal-for": [{ data: Data; recipient: string }, Bytes];
  "change-passphrase": [Records & { current: string; next: string }, Created];
  adopt: [undefined, void];
  "seal-lines": [NewLines, SealedLines];
  "open-lines": [StoredLines[], OpenedLines[]];
  "check-lines": [{ files: StoredLines[]; chain: Chain | null; seq: number }, CheckedLines];
  "reseal-lines": [Bytes, { file: Bytes | null; isOpen: boolean }];
  "hand-keys": [string, Bytes];
  /** Of data, or of bytes as they are. */
  export: [WithPassphrase<{ data?: Data; bytes?: Bytes }>, Bytes];
  import: [WithPassphrase<{ file: Bytes }>, Data];
  generate: [undefined, string];
  rate: [{ text: string; known: string[] }, Rating];
}
type InDatabase<T = object> = T & { database: string };
/** The same for the worker for attachments. The page's side adds the database to each. */
export interface FileActions {
  "has-room": [InDatabase, boolean];
  "make-room": [InDatabase, void];
  "to-whom": [InDatabase, string];
  "take-keys": [InDatabase<{ sealed: Bytes }>, void];
  "add-file": [InDatabase<{ id: string; file: Blob }>, number];
  "keep-file": [InDatabase<{ key: Bytes; recipient: string }>, Attachment];
  "read-file": [InDatabase<{ id: string; key: Bytes }>, { job: number; bytes: number }];
  "list-files": [InDatabase<{ key: Bytes }>, { id: string; bytes: number | null }[]];
  "unfinished-files": [InDatabase, string[]];
  "drop-files": [InDatabase<{ ids: string[] }>, void];
  "go-on": [InDatabase<{ job: number }>, { done: boolean; value: unknown }];
  "stop-job": [InDatabase<{ job: number }>, void];
}
export type FileAction = keyof FileActions;
export interface FilesWorker {
  ask<A extends FileAction>(
    action: A,
    data?: Omit<FileActions[A][0], "database">,
  ): Promise<FileActions[A][1]>;
  stop(): void;
}
export type Action = keyof Actions;
export type Answer<A extends Action> = Promise<Actions[A][1]>;

/** The worker's side of each of these actions. */
export type Answers<A extends Action> = {
  [name in A]: (data: Actions[name][0]) => Actions[name][1] | Answer<name>;
};

/** A worker, loaded when it is first asked. */
export interface WorkerHandle {
  ask<A extends Action>(action: A, data?: Actions[A][0]): Answer<A>;
  /** End it at once, with the key it holds. */
  stop(): void;
}
export type StartWorker = () => WorkerHandle;

export type State = "looking" | "off" | "locked" | "unlocked";
export type Event = (typeof EVENT)[keyof typeof EVENT];
export type Outcome = "all-kept" | "waits" | "lost";
export type Message = "kept" | "changed" | "lines-added" | "save-now" | "new-passphrase" | "wiped";
export type Tell = (message: Message) => void;

/** Try with a passphrase, one try at a time. */
export type Tried = <T>(work: () => Promise<T>) => Promise<T>;
/** Run one piece of work at a time. */
export type InTurn = <T>(work: () => T | Promise<T>) => Promise<T>;

export interface Sealed {
  record: Bytes | null;
  /** Whether nothing is lost. */
  isWhole: boolean;
}

/** What a store has not stored yet when it ends. README.md says what it is for. */
export interface LeftOver {
  store: "single-record";
  key: Bytes;
  /** What was stored when it was made. */
  base: Bytes;
  /** Null once it has been sealed. */
  sealed: Promise<Sealed> | null;
  record: Bytes | null;
  files(): Bytes[];
  alone(): Records;
  put(): Promise<boolean>;
}

/** What a store gets of what is unlocked. */
export interface StoreSession extends Pick<WorkerHandle, "ask"> {
  worker: WorkerHandle;
  startWorker: StartWorker;
  /** Throws once it is locked. */
  check(): void;
  /** Throws unless this is the key. */
  checkKey(stored: Bytes): void;
  key(): Bytes;
  recipient(): string;
  isEnded(): boolean;
}

/** A place for what is sealed with the open key. */
export interface Store {
  isKept(): boolean;
  refresh(): Promise<boolean>;
  store(): Promise<boolean>;
  sealAhead(): Promise<void>;
  takeKey(records: Records): void;
  end(how: { again: boolean }): LeftOver | null;
}
/** A store of data, stored beside the key. */
export interface DataStore extends Store {
  replaceKey(make: (known: Version) => Promise<Created>): Promise<Created | null>;
  data(): Data;
  update(edit: Edit): void;
  takeIn(opened: Data[]): void;
}
/** `late()`: whether what storage did not answer about has been stored since, once it answers. */
export type LineStore = Store & Lines & { late(): Promise<boolean> };
/** What works on attachments ends with the session: `onEnd`. */
export interface AttachmentStore extends Store {
  session: StoreSession;
  onEnd(work: (how: { again: boolean }) => void): void;
}
export type OpenStore = (session: StoreSession) => Store;

/** Data as they are in a sealed record; their number in a tab's line of changes. */
export interface Version {
  record: Bytes;
  data: Data;
  version: number;
}

/** Where the two records are, as `stores/records.js` reads and replaces them. */
export interface Storage {
  read(): Promise<Records>;
  replace(expected: Records, records: Records): Promise<boolean>;
}

/** What is unlocked. */
export interface Session {
  worker: WorkerHandle;
  key(): Bytes;
  changePassphrase(current: string, next: string, tried: Tried): Promise<boolean>;
  end(how: { again: boolean }): LeftOver[];
  isKept(): boolean;
  refresh(): Promise<boolean>;
  store(): Promise<boolean>;
  sealAhead(): Promise<void[]>;
  storeOf(name: "single-record"): DataStore;
  storeOf(name: "lines"): LineStore;
  storeOf(name: "attachments"): AttachmentStore;
}

/** What all parts of a vault share. */
export interface Core {
  /** There while the state is unlocked, and no longer. */
  session: Session | null;
  state: ReturnType<typeof import("./state.js").createState>;
  standby: ReturnType<typeof import("./standby-worker.js").createStandbyWorker>;
  debouncedSave: ReturnType<typeof import("./debounced-save.js").createDebouncedSave>;
  startWorker: StartWorker;
  tried: Tried;
  data(): Data;
  begin(
    event: Event,
    worker: WorkerHandle,
    records: Records,
    opened: Pick<Opened, "data" | "recipient">,
  ): void;
  update(edit: Edit): void;
  flush(): Promise<void>;
}

export type Locking = ReturnType<typeof import("./locking.js").createLocking>;
export type Storing = ReturnType<typeof import("./storing.js").createStoring>;
export type Unlocking = ReturnType<typeof import("./unlocking.js").createUnlocking>;

/** The events of a vault for the code that opens it: README.md. */
export interface Listeners {
  beforeLock(): void;
  onState(state: State, kind?: string, isPending?: boolean): void;
  onOutcome(outcome: Outcome): void;
  onChange(data: Data): void;
  onLines?(): void;
  onStored(isStored: boolean): void;
  onFiles?(files: ReturnType<typeof import("./files.js").createFiles>): void;
}
export type VaultOptions = Listeners & {
  /** The address of the site. */
  base: string;
  join(base: Data, mine: Data, theirs: Data): Data;
};

/** Something that went wrong and is known by its kind. */
export type Problem = KnownError;
