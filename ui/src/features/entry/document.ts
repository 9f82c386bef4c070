/** What the window says of a document and offers to do with it. */
import type { EntryFormView, OfferView } from '../../ipc/generated';

/** What stands beside the questions. */
export type Side = 'finish' | 'remarks' | 'move' | 'aside' | Exclude<OfferView['act'], 'finalise'>;

type Told = Pick<EntryFormView, 'state' | 'editable' | 'offers' | 'newer'>;

const offered = ({ offers }: Told, act: OfferView['act']) => offers.find((offer) => offer.act === act && offer.open);

/** Acts that stand as buttons above the document, the usual one first. A draft is reopened by nobody: it is open. */
export function actsOf(form: Told): { act: Exclude<OfferView['act'], 'finalise'>; asks: boolean }[] {
  const draft = form.state === 'draft' || form.state === 'returned';
  const acts = ['validate', 'return', 'reopen', 'close'] as const;
  return acts
    .filter((act) => !draft || act === 'close')
    .flatMap((act) => {
      const offer = offered(form, act);
      return offer ? [{ act, asks: offer.why !== null }] : [];
    });
}

/** The sentence about where the document stands and what comes next, for this person; nothing where it simply is a draft. */
export function sentenceOf(form: Told, reopened: boolean): string | null {
  switch (form.state) {
    case 'draft':
      return form.editable ? (reopened ? 'filling-doc-reopened' : null) : 'filling-not-yours';
    case 'returned':
      return form.editable ? 'filling-returned' : 'filling-doc-returned-read';
    case 'finalised':
      if (offered(form, 'validate')) return 'filling-doc-to-judge';
      if (offered(form, 'return')) return 'filling-doc-own';
      return offered(form, 'reopen') ? 'filling-doc-finalised-mine' : 'filling-sealed-finalised';
    case 'validated':
      return offered(form, 'return') ? 'filling-doc-validated-here' : 'filling-sealed-validated';
    case 'closed':
      return 'filling-sealed-closed';
  }
}
