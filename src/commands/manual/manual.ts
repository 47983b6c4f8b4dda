import type { Command, Option } from 'commander';
import { GROUPS, SETTINGS } from '../../app/settings/table.ts';
import { shownValue, wanted } from '../../app/settings/value.ts';
import { toldOf } from '../help.ts';
import type { Example, Surroundings } from '../table/row.ts';
import { EXIT_STATUSES, FILES, VARIABLES } from './facts.ts';
import { bold, paragraph, prose, roffText, section, subsection, term, verbatim } from './roff.ts';

/** `tutor manual`: the manual page, made of the command table and the table of settings. */
export function manual({ environment, program }: Surroundings): void {
  const day = environment.now().toISOString().slice(0, 10);
  environment.stdout.write(`${manualPage(program, day).join('\n')}\n`);
}

/** @param day on which it is made, `2026-11-20` */
function manualPage(program: Command, day: string): readonly string[] {
  const version = program.version() ?? '';
  return [
    `.TH TUTOR 1 "${day}" "dl\\-tutor ${roffText(version)}" "User Commands"`,
    // Nothing is broken within a word, so that all of it can be searched and copied.
    '.nh',
    '.ad l',
    section('NAME'),
    'tutor \\- practise for a deep\\-learning exam in the terminal',
    section('SYNOPSIS'),
    `${bold('tutor')} [options] [command]`,
    section('DESCRIPTION'),
    prose(program.description()),
    paragraph(DESCRIPTION),
    section('OPTIONS'),
    ...options(program),
    section('COMMANDS'),
    ...visible(program).flatMap(command => commandPart(program, command)),
    section('SETTINGS'),
    prose(ON_SETTINGS),
    ...GROUPS.flatMap(settingsPart),
    section('FILES'),
    ...FILES.map(([name, about]) => term(name, about)),
    section('ENVIRONMENT'),
    ...SETTINGS.map(({ name, variable, about }) => term(variable, `The setting ${name}. ${about}`)),
    ...VARIABLES.map(([name, about]) => term(name, about)),
    section('EXIT STATUS'),
    ...EXIT_STATUSES.map(([status, about]) => term(String(status), about)),
    section('EXAMPLES'),
    'What is typed most often:',
    ...exampleParts(toldOf(program).examples),
  ];
}

const DESCRIPTION =
  'Without a command it opens the home screen: what is due and what is new; Enter begins, ? lists the keys, q leaves. ' +
  'Every question is a template: each time it is met it has other numbers, and its worked solution is the trace of the ' +
  'very computation that made the answer. What is answered is kept, and comes back before it is forgotten.';

const ON_SETTINGS =
  'A flag overrules a variable, a variable the config file, and that the default. "tutor config" lists them, ' +
  '"tutor config SETTING VALUE" changes one, and so does the settings screen (a comma on the home screen).';

function visible(command: Command): readonly Command[] {
  return command.createHelp().visibleCommands(command);
}

/** A command, and what stands below it. */
function commandPart(parent: Command, command: Command, path = parent.name()): readonly string[] {
  const name = `${path} ${command.name()}`;
  const own = [
    subsection(`${path} ${parent.createHelp().subcommandTerm(command)}`),
    sentence(command.description()),
    ...options(command),
    ...exampleParts(toldOf(command).examples),
    ...afterParts(toldOf(command).after),
  ];
  return [...own, ...visible(command).flatMap(below => commandPart(command, below, name))];
}

function options(command: Command): readonly string[] {
  const own = command
    .createHelp()
    .visibleOptions(command)
    .filter(option => !isHelp(command, option));
  return own.map(({ flags, description }) => term(flags, description));
}

/** It is said once, for all. */
function isHelp(command: Command, { long }: Option): boolean {
  return long === '--help' && command.parent !== null;
}

function exampleParts(examples: readonly Example[]): readonly string[] {
  return examples.length === 0 ? [] : [verbatim(examples.flatMap(([line, does]) => [line, `    ${does}`]))];
}

function afterParts(after: string): readonly string[] {
  const lines = after.split('\n').slice(1);
  return lines.length === 0 ? [] : [verbatim(lines)];
}

function settingsPart(group: (typeof GROUPS)[number]): readonly string[] {
  const rows = SETTINGS.filter(setting => setting.group === group);
  return [
    subsection(group),
    ...rows.map(({ name, about, type, fallback }) => {
      const otherwise = fallback === '' ? "the system's usual place" : shownValue(fallback);
      return term(name, `${about} It is ${wanted(type, fallback)}; ${otherwise} unless set.`);
    }),
  ];
}

function sentence(description: string): string {
  return prose(`${description.charAt(0).toUpperCase()}${description.slice(1)}.`);
}
