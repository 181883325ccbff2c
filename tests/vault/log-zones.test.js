import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import test from "node:test";

const ZONES = [
  "Etc/GMT+12",
  "America/New_York",
  "UTC",
  "Europe/London",
  "Asia/Kolkata",
  "Pacific/Kiritimati",
];
const TESTS = ["log-times.test.js", "log-plain-rows.test.js"]; // the test of entries takes each zone by itself

for (const zone of ZONES)
  test(`B4: the tests of times and days say the same on a device in ${zone}`, async () => {
    const env = { ...process.env, TZ: zone };
    delete env.NODE_TEST_CONTEXT; // of this run: the other one reports by itself
    const tests = TESTS.map((name) => new URL(name, import.meta.url).pathname);
    const run = spawn(process.execPath, ["--test", ...tests], { env, stdio: ["ignore", "pipe", "inherit"] });
    let told = "";
    run.stdout.on("data", (text) => (told += text));
    const code = await new Promise((resolve) => run.on("close", resolve));
    assert.equal(code, 0, told);
    assert.match(told, /pass [1-9]/);
  });
