/** The library's worker code; it is handed over as it is, nothing of it is called from here. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
