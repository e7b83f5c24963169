package rongtong.document;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds of files that may be handed in. All others are refused. */
enum FileKind {
    PDF(Container.PLAIN, "application/pdf", "pdf"),
    WORD(Container.OFFICE_OPEN, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    EXCEL(Container.OFFICE_OPEN, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    POWERPOINT(
            Container.OFFICE_OPEN, "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    OLD_WORD(Container.COMPOUND, "application/msword", "doc"),
    OLD_EXCEL(Container.COMPOUND, "application/vnd.ms-excel", "xls"),
    OLD_POWERPOINT(Container.COMPOUND, "application/vnd.ms-powerpoint", "ppt"),
    WPS_WRITER(Container.COMPOUND, "application/vnd.ms-works", "wps"),
    WPS_TABLE(Container.COMPOUND, "application/vnd.ms-excel", "et"),
    OFD(Container.FIXED_LAYOUT, "application/ofd", "ofd"),
    PNG(Container.PLAIN, "image/png", "png"),
    JPEG(Container.PLAIN, "image/jpeg", "jpg", "jpeg"),
    GIF(Container.PLAIN, "image/gif", "gif"),
    BMP(Container.PLAIN, "image/bmp", "bmp"),
    TIFF(Container.PLAIN, "image/tiff", "tif", "tiff"),
    TEXT(Container.TEXT, "text/plain", "txt"),
    CSV(Container.TEXT, "text/csv", "csv");

    /** What can be scanned or photographed. */
    static final Set<FileKind> PICTURES = Set.copyOf(EnumSet.of(PDF, PNG, JPEG, GIF, BMP, TIFF));

    static final Set<FileKind> ALL = Set.of(values());

    private final Container container;
    private final String mediaType;
    private final List<String> extensions;

    /** How the content is wrapped, which decides how it is looked at. */
    enum Container {
        /** Recognised by its first bytes. */
        PLAIN,
        /** Characters and nothing else. */
        TEXT,
        /** Office documents since 2007 (a ZIP with a list of content types). */
        OFFICE_OPEN,
        /** Office documents before 2007 (OLE2). */
        COMPOUND,
        /** 版式文档 (GB/T 33190, a ZIP with OFD.xml). */
        FIXED_LAYOUT
    }

    FileKind(Container container, String mediaType, String... extensions) {
        this.container = container;
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** @param extension in lower case, without dot */
    static Optional<FileKind> of(String extension) {
        return Arrays.stream(values())
                .filter(kind -> kind.extensions.contains(extension))
                .findFirst();
    }

    /** In the order of this list. */
    static List<String> extensions(Set<FileKind> kinds) {
        return Arrays.stream(values())
                .filter(kinds::contains)
                .flatMap(kind -> kind.extensions.stream())
                .toList();
    }

    Container container() {
        return container;
    }

    String mediaType() {
        return mediaType;
    }
}
