/* Draws a BPMN diagram with bpmn-js and marks where its tokens are. */
window.rongtongDiagram = {
    draw(element, bpmn, active, completed, incidents) {
        if (element.viewer) {
            element.viewer.destroy();
        }
        element.textContent = '';
        const viewer = new BpmnJS({ container: element });
        element.viewer = viewer;
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
            this.show(element, active.split(' ').filter((id) => registry.get(id)));
        }).catch((problem) => console.warn('diagram', problem));
        if (!element.sizeObserver) {
            element.sizeObserver = new ResizeObserver(() => element.viewer && element.viewer.get('canvas').resized());
            element.sizeObserver.observe(element);
        }
    },

    /* The whole diagram where it can be read, else the part around the first token. */
    show(element, active) {
        const canvas = element.viewer.get('canvas');
        canvas.zoom('fit-viewport', 'auto');
        const readable = 0.45;
        if (canvas.zoom() >= readable || active.length === 0) {
            return;
        }
        const shape = element.viewer.get('elementRegistry').get(active[0]);
        if (!shape || shape.x === undefined) {
            return;
        }
        const width = element.clientWidth / readable;
        const height = element.clientHeight / readable;
        canvas.viewbox({
            x: shape.x + shape.width / 2 - width / 2,
            y: shape.y + shape.height / 2 - height / 2,
            width,
            height
        });
    },

    zoom(element, factor) {
        if (!element.viewer) {
            return;
        }
        const canvas = element.viewer.get('canvas');
        if (factor === 0) {
            canvas.zoom('fit-viewport', 'auto');
        } else {
            canvas.zoom(canvas.zoom() * factor);
        }
    }
};
