// usage: node validity.mjs MODULES PROFILE LIST SECONDS WIDTH...
//
// Runs axe-core in Chromium over the pages of a list (a line each: `all` or `looks`, a tab, a file:// address). Of `all` the
// rules of WCAG 2.2 A and AA and of best practice are asked at the first width, of `looks` those that the theme decides; at
// the other widths those that the width decides. Prints a line for every node that breaks a rule: width, page, rule,
// selector, markup. Ends with the number of pages seen; no page is begun after the seconds given.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, profile, list, seconds, ...widths] = process.argv.slice(2);
const require = createRequire(modules + "/");
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const pages = readFileSync(list, "utf8").split("\n").filter(Boolean).map((line) => line.split("\t"));
const byWidth = ["target-size", "scrollable-region-focusable"];
const sets = {
  all: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  looks: { type: "rule", values: ["color-contrast", "link-in-text-block", ...byWidth] },
  byWidth: { type: "rule", values: byWidth },
};

const browser = await chromium.launchPersistentContext(profile, {
  executablePath: "/usr/bin/chromium",
  headless: true,
  bypassCSP: true,
  viewport: { width: 1280, height: 900 },
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

async function examine(page, address, width, set) {
  const found = await page.evaluate(
    (runOnly) => window.axe.run(document, { runOnly, resultTypes: ["violations"], preload: false }), sets[set]);
  for (const violation of found.violations)
    for (const node of violation.nodes)
      console.log([width, address, violation.id, node.target.join(" "), node.html.slice(0, 120)].join("\t").replace(/\n/g, " "));
}

let next = 0;
let seen = 0;
async function work() {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.addInitScript(axe);
  while (next < pages.length && performance.now() < seconds * 1000) {
    const [set, address] = pages[next++];
    await page.goto(address);
    for (const width of widths) {
      await page.setViewportSize({ width: Number(width), height: 900 });
      await examine(page, address, width, width === widths[0] ? set : "byWidth");
    }
    seen++;
  }
}
await Promise.all([work(), work()]);
await browser.close();
console.log(`seen\t${seen}`);
