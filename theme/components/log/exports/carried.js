// What an export carries from this project, byte for byte: the program that checks it, and the schema of its log.
import schema from "../../../../contributing/log-export.schema.json";
import checker from "../../../../tools/check_log.py";

export const CHECKER = checker;
export const SCHEMA = `${JSON.stringify(schema, null, 1)}\n`;
