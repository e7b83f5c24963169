// Keeps a copy of a score sheet in this browser while the server does not have it yet: through a lost network, an ended
// session or a closed tab. The copy goes as soon as the server has kept the same.
window.rongtongScoring = (() => {
    const answers = (sheet) => {
        const all = {};
        sheet.querySelectorAll('[data-answer]').forEach((field) => {
            all[field.getAttribute('data-answer')] = field.inputElement ? field.inputElement.value : field.value || '';
        });
        return all;
    };
    const same = (one, other) => {
        const number = (text) => (text === '' || isNaN(text) ? text : String(Number(text)));
        return Object.keys(one).every((name) => number(one[name]) === number(other[name] === undefined ? '' : other[name]));
    };
    const safely = (work) => {
        try {
            return work();
        } catch (refused) {
            return null; // a browser that keeps nothing still scores
        }
    };
    return {
        watch(sheet, key) {
            const copy = safely(() => localStorage.getItem(key));
            if (!sheet.rongtongWatched) {
                sheet.rongtongWatched = true;
                const remember = () => safely(() => localStorage.setItem(key, JSON.stringify(answers(sheet))));
                sheet.addEventListener('input', remember);
                sheet.addEventListener('change', remember);
                const reach = () => {
                    sheet.classList.toggle('scoring-is-offline', !navigator.onLine);
                    const left = navigator.onLine && safely(() => localStorage.getItem(key));
                    if (left && sheet.isConnected) {
                        sheet.$server.restore(left);
                    }
                };
                window.addEventListener('offline', reach);
                window.addEventListener('online', reach);
                sheet.classList.toggle('scoring-is-offline', !navigator.onLine);
            }
            if (copy) {
                sheet.$server.restore(copy);
            }
        },
        kept(sheet, key, json) {
            safely(() => {
                if (same(answers(sheet), JSON.parse(json))) {
                    localStorage.removeItem(key);
                }
            });
        },
    };
})();
