#!/usr/bin/env bun
// The only file that acts when imported: picks a command of cli/ and ends with its code.
import { runCommand } from './cli/commands.ts'

process.exitCode = await runCommand({ argv: process.argv.slice(2), env: process.env })
