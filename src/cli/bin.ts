#!/usr/bin/env node
import { isatty } from 'node:tty'
import { setFlagsFromString } from 'node:v8'
import { main } from './main.ts'

// A scan runs for seconds, and V8 would spend one in five of them on optimizing what is called a few thousand times.
setFlagsFromString('--interrupt-budget=1000000')

// A reader that has seen enough (`| head`) is no error: the findings were counted before the first was printed.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    // Not written is not reported: never the exit code of a report that arrived.
    process.exitCode = 2
    if (stream === process.stdout) process.stderr.write(`unhardcode: the report could not be written (${error.code ?? 'unknown'}).\n`)
  })
}

process.exitCode = await main(process.argv.slice(2), {
  print: text => void process.stdout.write(text),
  printError: text => void process.stderr.write(text),
  terminal: process.stdout.isTTY,
  input: 0,
  interactive: isatty(0),
  directory: process.cwd(),
  environment: process.env,
})
