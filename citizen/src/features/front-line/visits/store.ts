import type { KeptPhoto, KeptVisit } from './kept-visit.ts';

/** What is filled in on the way lies in the phone's own database: photos are too large for any other place. */
function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('minsheng-visits', 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('visit', { keyPath: 'id' });
      asked.result.createObjectStore('photo', { keyPath: 'id' }).createIndex('visit', 'visitId');
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

type Store = 'visit' | 'photo';

/** Runs inside one transaction and answers once it stands. */
async function within<T>(
  store: Store,
  mode: IDBTransactionMode,
  work: (table: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const base = await open();
  try {
    return await new Promise((resolve, reject) => {
      const going = base.transaction(store, mode);
      const asked = work(going.objectStore(store));
      going.oncomplete = () => resolve(asked.result);
      going.onerror = going.onabort = () => reject(going.error);
    });
  } finally {
    base.close();
  }
}

export const allVisits = (): Promise<KeptVisit[]> =>
  within<KeptVisit[]>('visit', 'readonly', (table) => table.getAll());

export const allPhotos = (): Promise<KeptPhoto[]> =>
  within<KeptPhoto[]>('photo', 'readonly', (table) => table.getAll());

export const photosOf = (visitId: string): Promise<KeptPhoto[]> =>
  within<KeptPhoto[]>('photo', 'readonly', (table) => table.index('visit').getAll(visitId));

export async function keepVisit(visit: KeptVisit): Promise<void> {
  await within('visit', 'readwrite', (table) => table.put(visit));
}

export async function keepPhoto(photo: KeptPhoto): Promise<void> {
  await within('photo', 'readwrite', (table) => table.put(photo));
}

export async function dropPhoto(id: string): Promise<void> {
  await within('photo', 'readwrite', (table) => table.delete(id));
}

export async function dropVisit(id: string): Promise<void> {
  for (const photo of await photosOf(id)) await dropPhoto(photo.id);
  await within('visit', 'readwrite', (table) => table.delete(id));
}

/** Read and written in one: what is being filled in and what is being sent change different parts of one visit. */
export const changeVisit = (id: string, part: Partial<KeptVisit>): Promise<unknown> =>
  changeOne('visit', id, part);

export const changePhoto = (id: string, part: Partial<KeptPhoto>): Promise<unknown> =>
  changeOne('photo', id, part);

function changeOne(store: Store, id: string, part: object): Promise<unknown> {
  return within(store, 'readwrite', (table) => {
    const asked = table.get(id);
    asked.onsuccess = () => {
      if (asked.result) table.put({ ...asked.result, ...part });
    };
    return asked;
  });
}
