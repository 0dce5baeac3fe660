import type { UiLanguage } from '../../../shared/messages/define.ts'

/** Ctrl+C, asked for once or not yet. */
export interface Interrupt {
  readonly asked: boolean
  /** Calls back when it is asked for, at once where it was before. Returns the function that ends that. */
  onAsk(listener: () => void): () => void
}

/** What a command line stands on: streams, folders, the code of the threads. */
export interface World {
  /** What relative paths are meant from; absolute. */
  readonly startFolder: string
  readonly sampleFolder: string
  /** The program's own folder, made where it is missing: only what changes a project needs it, for its locks. */
  dataFolder(): string
  readonly personName: string
  readonly coreWorkerUrl: URL
  readonly jobWorkerUrl: URL
  /** The system's language, where the program speaks it. */
  readonly language: UiLanguage
  /** How the program is called here, for help: `ligature`. */
  readonly program: string
  readonly interrupt: Interrupt
  out(text: string): void
  /** Copies a file to stdout, byte by byte. */
  outFile(path: string): Promise<void>
  err(text: string): void
  /** Columns of the terminal behind `err`; 0 where it is none. */
  readonly columns: number
}
