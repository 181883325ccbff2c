// The shapes of a plan: contributing/plan-format.md. Types alone: nothing of this file is in any bundle.
import type { SavedDocument } from "../../documents/model/migrations.js";
import type { Choice, Entry, Named, Section, Value } from "../../documents/model/types.d.ts";

/** The sets that a plan holds. */
export interface PlanSets {
  answers: Named<string>;
  choices: Named<Value>;
  marks: Named<string>;
  mine: Named<Entry>;
  notes: Named<string>;
  parts: Named<Entry[]>;
  review: Named<string>;
}

export interface PlanFields extends PlanSets {
  skipped: string[];
}

/** A checked plan of today's format. Besides its fields it can hold what another version had a place for. */
export type Plan = SavedDocument & PlanFields;

/** What a page's plan can hold, with the words that the page shows. */
export interface Shape {
  facts: Named<string>;
  choices: Named<Choice>;
  items: Named<string>;
  parts: Named<Section>;
}

/** A checked plan as it was saved: a field that was never filled may be missing. `wholePlan` adds it. */
export type SavedPlan = SavedDocument & Partial<PlanFields>;

/** A plan that was opened, or why it could not be, in sentences. */
export type OpenedPlan = { plan: SavedPlan; problems?: undefined } | { plan?: undefined; problems: string[] };

/** What a plan holds and this guide cannot show. `others` are values of any kind. */
export interface Unknown {
  answers: Named<string>;
  choices: Named<Value>;
  marks: Named<string>;
  mine: Named<Entry>;
  notes: Named<string>;
  others: unknown[];
}

/** What may be passed on to a friend. */
export interface Pick {
  key: string;
  group: string;
  label: string;
  text: Value;
  usual: boolean;
}
