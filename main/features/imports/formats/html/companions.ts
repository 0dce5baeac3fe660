import type { Probe } from '../format.ts'

/** Names of the folder a browser saves beside a page, after the page's own name. */
const folders = /^(?:_files|_Dateien|_文件|_fichiers|_archivos|_file|\.files)$/

/** The folder with a saved page's pictures and scripts: nothing in it is an article. */
export const savedPageCompanions = ({ name, siblings }: Probe): string[] => {
  const base = name.replace(/\.[^.]*$/, '')
  return [...siblings]
    .filter((it) => it.startsWith(base) && folders.test(it.slice(base.length)))
    .map((it) => `${it}/`)
}
