#!/usr/bin/env node
import { main } from './main.ts'

// A reader that has seen enough (`| head`) is no error: the findings were counted before the first was printed.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

process.exitCode = main(process.argv.slice(2), {
  print: text => void process.stdout.write(text),
  printError: text => void process.stderr.write(text),
  terminal: process.stdout.isTTY,
  input: 0,
  directory: process.cwd(),
  environment: process.env,
})
