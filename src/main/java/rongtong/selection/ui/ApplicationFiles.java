package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rongtong.document.Attachment;
import rongtong.document.Attachments;
import rongtong.document.ui.DocumentPages;
import rongtong.shared.NotFound;
import rongtong.ui.Formats;

/** What an applicant attached: PDFs and pictures are shown on the page, everything else is downloaded. */
class ApplicationFiles extends Composite<Div> {

    private static final long LARGEST_SHOWN = 10L * 1024 * 1024;

    private final transient Attachments attachments;

    /** @param ids of attachments; what is gone or not for the person is left out */
    ApplicationFiles(Attachments attachments, List<String> ids) {
        this.attachments = attachments;
        getContent().addClassName("scoring-files");
        ids.stream().flatMap(id -> find(id).stream()).map(this::file).forEach(getContent()::add);
        if (getContent().getComponentCount() == 0) {
            getContent().add(new Paragraph(getTranslation("selection.scoring.no-files")));
        }
    }

    private Optional<Attachment> find(String id) {
        try {
            return Optional.of(attachments.get(UUID.fromString(id)));
        } catch (IllegalArgumentException | NotFound none) {
            return Optional.empty();
        }
    }

    private Component file(Attachment file) {
        var link = new Anchor("/files/attachments/" + file.id(), file.name(), AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        var size = new Span(Formats.size(file.size()));
        size.addClassName("list-line");
        var line = new Div(link, size);
        line.addClassName("scoring-file");
        var shown = new Div();
        if (isShown(file)) {
            line.add(toggle(file, shown));
        }
        return new Div(line, shown);
    }

    private static boolean isShown(Attachment file) {
        return file.size() <= LARGEST_SHOWN
                && (file.mediaType().equals("application/pdf")
                        || file.mediaType().equals("image/png")
                        || file.mediaType().equals("image/jpeg"));
    }

    private Button toggle(Attachment file, Div shown) {
        var button = new Button(getTranslation("selection.scoring.preview"));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.getElement().setAttribute("aria-expanded", "false");
        button.addClickListener(click -> {
            boolean opens = shown.getComponentCount() == 0;
            shown.removeAll();
            if (opens) {
                shown.add(preview(file));
            }
            button.setText(getTranslation(opens ? "selection.scoring.preview.close" : "selection.scoring.preview"));
            button.getElement().setAttribute("aria-expanded", String.valueOf(opens));
        });
        return button;
    }

    private Component preview(Attachment file) {
        try {
            var content = new ByteArrayOutputStream();
            attachments.copy(file.id(), content);
            if (file.mediaType().equals("application/pdf")) {
                var pages = new DocumentPages();
                pages.show(Optional.of(content.toByteArray()));
                return pages;
            }
            var image = new Image(
                    "data:" + file.mediaType() + ";base64,"
                            + Base64.getEncoder().encodeToString(content.toByteArray()),
                    file.name());
            image.addClassName("scoring-picture");
            return image;
        } catch (IOException | UncheckedIOException unreadable) {
            return new Paragraph(getTranslation("selection.scoring.preview.failed"));
        }
    }
}
