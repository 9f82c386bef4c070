export type PlacesView = {
  provinces: { code: string; fr: string; ar: string }[];
  sectors: { code: string; group: string; fr: string; ar: string; en: string }[];
};
