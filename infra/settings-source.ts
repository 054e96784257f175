import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type SettingsInput, stagePattern, standardStage } from './settings.ts';

/**
 * The settings among the CDK's context values (`-c name=value`), without the CDK's own, on top of the
 * stage's file. A misspelt setting is kept, so that `checkSettings` refuses it.
 * @param folder where `<stage>.json` may stand; none need
 * @throws Error when the file is not JSON, or of another stage than its name says
 */
export function settingsFromContext(
  context: Readonly<Record<string, unknown>>,
  folder: string = join(import.meta.dirname, 'settings'),
): SettingsInput {
  const keys = Object.keys(context).filter((key) => !/[:@/]/.test(key) && !keysOfTheCommandLine.has(key));
  const chosen = Object.fromEntries(keys.map((key) => [key, context[key]]));
  return { ...settingsInFile(folder, String(chosen.stage ?? standardStage)), ...chosen };
}

function settingsInFile(folder: string, stage: string): SettingsInput {
  // What is no stage's name is refused by `checkSettings`, and never looked up as a path.
  if (!stagePattern.test(stage)) return {};
  const file = join(folder, `${stage}.json`);
  if (!existsSync(file)) return {};
  const settings = settingsIn(readFileSync(file, 'utf8'), file);
  if (settings.stage !== undefined && settings.stage !== stage) {
    throw new Error(`settings: ${file} says stage ${settings.stage}`);
  }
  return { ...settings, stage };
}

function settingsIn(text: string, file: string): SettingsInput {
  const problem = new Error(`settings: ${file} is not a JSON object`);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw problem;
  }
  if (!v.is(v.record(v.string(), v.unknown()), content) || Array.isArray(content)) throw problem;
  return content as SettingsInput;
}

/** What the CDK's command line itself keeps in the context under a plain name. */
const keysOfTheCommandLine: ReadonlySet<string> = new Set(['cli-telemetry', 'acknowledged-issue-numbers']);
