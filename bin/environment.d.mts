export declare const environmentOf: (given: NodeJS.ProcessEnv) => Record<string, string>
