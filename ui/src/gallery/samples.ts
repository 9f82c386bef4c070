/** Words of the gallery: fictional, French and Arabic. */
import { language } from '../words';

const FR = {
  title: 'Tifawin',
  other: 'تيفاوين',
  lead: 'Argan · Tafraout, Tiznit · 14 membres, dont 12 femmes',
  act: 'Nouvelle visite',
  more: 'Tout le plan',
  follow: 'À suivre',
  promise: 'Ouvrir un journal de caisse et classer les pièces chaque semaine',
  late: 'en retard de 12 j',
  tabs: ['Vue d\u2019ensemble', 'Diagnostics', 'Plan', 'Visites', 'Documents', 'Historique'],
  kept: ['Tenu', 'En partie', 'Non tenu'],
  field: 'Constats',
  hint: 'Ce qui a été vu sur place.',
  wrong: 'Écrire au moins un constat.',
  place: 'Lieu de la visite',
  cooperative: 'Coopérative',
  none: 'Choisir…',
  day: 'Date de la visite',
  hour: 'Arrivée',
  count: 'Présents',
  unit: 'personnes',
  yes: 'Photos sans visage',
  name: 'Naïma Oubella',
  notice: 'Le dossier central est accessible : 43 modifications peuvent partir.',
  undo: 'Annuler',
  gone: 'La visite est supprimée.',
  ask: 'Supprimer cette visite ?',
  means: 'Elle disparaît de l\u2019agenda de tous à la prochaine synchronisation. L\u2019historique la garde.',
  does: 'Supprimer',
  tip: 'Imprimer une page A4',
  working: 'Vérification de ce qui a été écrit…',
  empty: 'Aucune visite cette semaine',
  teach: 'Une visite planifiée apparaît ici avec ce qu\u2019il faut emporter.',
  province: 'Province',
  members: 'Membres',
  note: 'Remarque',
};
type Samples = typeof FR;

const AR: Samples = {
  title: 'تيفاوين',
  other: 'Tifawin',
  lead: 'أركان · تافراوت، تيزنيت · 14 عضوا، منهم 12 امرأة',
  act: 'زيارة جديدة',
  more: 'المخطط كله',
  follow: 'للتتبع',
  promise: 'فتح دفتر الصندوق وترتيب الوثائق أسبوعيا',
  late: 'متأخر 12 يوما',
  tabs: ['نظرة عامة', 'التشخيصات', 'المخطط', 'الزيارات', 'الوثائق', 'السجل'],
  kept: ['تم', 'جزئيا', 'لم يتم'],
  field: 'الملاحظات',
  hint: 'ما شوهد في عين المكان.',
  wrong: 'اكتبوا ملاحظة واحدة على الأقل.',
  place: 'مكان الزيارة',
  cooperative: 'التعاونية',
  none: 'اختاروا…',
  day: 'تاريخ الزيارة',
  hour: 'الوصول',
  count: 'الحاضرون',
  unit: 'أشخاص',
  yes: 'صور دون وجوه',
  name: 'نعيمة أوبلا',
  notice: 'المجلد المركزي في المتناول: يمكن إرسال 43 تعديلا.',
  undo: 'تراجع',
  gone: 'حُذفت الزيارة.',
  ask: 'حذف هذه الزيارة؟',
  means: 'تختفي من أجندة الجميع عند المزامنة المقبلة، ويحتفظ بها السجل.',
  does: 'حذف',
  tip: 'طباعة صفحة A4',
  working: 'التحقق مما كُتب…',
  empty: 'لا زيارة هذا الأسبوع',
  teach: 'كل زيارة مبرمجة تظهر هنا مع ما يجب حمله.',
  province: 'الإقليم',
  members: 'الأعضاء',
  note: 'ملاحظة',
};

export const samples = (): Samples => (language() === 'ar' ? AR : FR);

const PROVINCES = ['Tiznit', 'Taroudant', 'Agadir Ida-Outanane', 'Chtouka Aït Baha', 'Tata', 'Inezgane'];

/** Ten thousand fictional cooperatives. */
export const ROWS = Array.from({ length: 10_000 }, (_, n) => ({
  id: String(n),
  name: `Tifawin ${n + 1}`,
  province: PROVINCES[n % PROVINCES.length] ?? '',
  members: n % 7 === 0 ? null : 5 + ((n * 37) % 60),
  score: n % 5 === 0 ? null : (n * 13) % 101,
}));
export type SampleRow = (typeof ROWS)[number];
