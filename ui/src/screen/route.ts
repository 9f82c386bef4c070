// Where the person is, as data: the screens there are, and what each needs to be found again.

/** What each screen needs besides its name. */
const NEEDS = {
  agenda: [],
  cooperative: ['cooperative'],
  'cooperative-edit': ['cooperative'],
  import: [],
  cooperatives: [],
  disagreements: [],
  entry: ['entry'],
  exchange: [],
  settings: [],
  today: [],
  visit: ['visit'],
} as const satisfies Record<string, readonly string[]>;

/** What a screen may be told besides. */
const MAY = { cooperatives: ['find', 'follow'] } as const satisfies Partial<Record<keyof typeof NEEDS, readonly string[]>>;

/** A screen. */
export type Screen = keyof typeof NEEDS;

/** A screen and what it shows. */
export type Route<S extends Screen = Screen> = {
  [One in S]: { screen: One } & Record<(typeof NEEDS)[One][number], string> &
    (One extends keyof typeof MAY ? Partial<Record<(typeof MAY)[One][number], string>> : object);
}[S];

/** Where a person begins. */
export const HOME: Route = { screen: 'today' };

function known(name: unknown): name is Screen {
  return typeof name === 'string' && Object.hasOwn(NEEDS, name);
}

/** Reads a kept route; home where it says nothing that this version knows. */
export function parseRoute(text: string | null): Route {
  let read: unknown = null;
  try {
    read = JSON.parse(text ?? 'null');
  } catch {
    return HOME; // what another version kept is not worth an error
  }
  if (typeof read !== 'object' || read === null || !('screen' in read) || !known(read.screen)) return HOME;
  const route: Record<string, string> = { screen: read.screen };
  for (const need of NEEDS[read.screen]) {
    const value: unknown = Reflect.get(read, need);
    if (typeof value !== 'string') return HOME;
    route[need] = value;
  }
  return route as Route;
}
