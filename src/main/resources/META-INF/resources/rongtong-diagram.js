/* Draws a BPMN diagram with bpmn-js and marks where its tokens are. */
window.rongtongDiagram = {
    draw(element, bpmn, active, completed, incidents) {
        if (element.viewer) {
            element.viewer.destroy();
        }
        element.textContent = '';
        const viewer = new BpmnJS({ container: element });
        element.viewer = viewer;
        element.moved = false;
        const done = viewer.importXML(bpmn);
        done.then(() => {
            const canvas = viewer.get('canvas');
            const registry = viewer.get('elementRegistry');
            const mark = (ids, marker) => ids.split(' ')
                .filter((id) => id && registry.get(id))
                .forEach((id) => canvas.addMarker(id, marker));
            mark(completed, 'token-completed');
            mark(active, 'token-active');
            mark(incidents, 'token-incident');
            element.shown = active.split(' ').filter((id) => registry.get(id));
            this.show(element);
        }).catch((problem) => console.warn('diagram', problem));
        if (!element.sizeObserver) {
            element.sizeObserver = new ResizeObserver(() => this.resized(element));
            element.sizeObserver.observe(element);
            ['pointerdown', 'wheel'].forEach((event) =>
                element.addEventListener(event, () => { element.moved = true; }, { passive: true }));
        }
    },

    /* The page may get its width after the diagram; what somebody has moved stays where it is. */
    resized(element) {
        if (!element.viewer) {
            return;
        }
        element.viewer.get('canvas').resized();
        if (element.shown && !element.moved) {
            this.show(element);
        }
    },

    /* The whole diagram where it can be read, else as much as can be around the first token. */
    show(element) {
        const canvas = element.viewer.get('canvas');
        if (!element.clientWidth || !element.clientHeight) {
            return;
        }
        this.fit(element);
        const readable = 0.45;
        const shape = element.viewer.get('elementRegistry').get(element.shown[0] || '');
        if (canvas.zoom() >= readable || !shape || shape.x === undefined) {
            return;
        }
        const inner = canvas.viewbox().inner;
        const width = element.clientWidth / readable;
        const height = element.clientHeight / readable;
        const within = (middle, size, from, all) => all <= size
            ? from + (all - size) / 2
            : Math.min(Math.max(middle - size / 2, from - 20), from + all - size + 20);
        canvas.viewbox({
            x: within(shape.x + shape.width / 2, width, inner.x, inner.width),
            y: within(shape.y + shape.height / 2, height, inner.y, inner.height),
            width,
            height
        });
    },

    /* All of it, with a margin: the edge of a lane is not to lie under the frame. */
    fit(element) {
        const canvas = element.viewer.get('canvas');
        canvas.zoom('fit-viewport', 'auto');
        const inner = canvas.viewbox().inner;
        const margin = 12;
        const scale = Math.min(1, (element.clientWidth - 2 * margin) / inner.width,
            (element.clientHeight - 2 * margin) / inner.height);
        const width = element.clientWidth / scale;
        const height = element.clientHeight / scale;
        canvas.viewbox({
            x: inner.x + (inner.width - width) / 2,
            y: inner.y + (inner.height - height) / 2,
            width,
            height
        });
    },

    zoom(element, factor) {
        if (!element.viewer) {
            return;
        }
        element.moved = true;
        if (factor === 0) {
            this.fit(element);
        } else {
            const canvas = element.viewer.get('canvas');
            canvas.zoom(canvas.zoom() * factor);
        }
    }
};
