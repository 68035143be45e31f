/** The part of WebAssembly that the matcher uses: TypeScript declares it with the DOM, Node's types do not. */
declare namespace WebAssembly {
  class Module {
    constructor(code: Uint8Array<ArrayBuffer>)
  }
  class Instance {
    constructor(
      module: Module,
      imports: Readonly<Record<string, Readonly<Record<string, (...values: number[]) => unknown>>>>,
    )
    readonly exports: unknown
  }
}
