// Migrations from earlier formats of a plan: each leads from one version to the next. `contributing/plan-format.md`.

/** @type {readonly import("../../documents/model/migrations.js").Migration[]} */
export const MIGRATIONS = [];
