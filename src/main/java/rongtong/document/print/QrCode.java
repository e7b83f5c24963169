package rongtong.document.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** An address as a square that telephones read. */
final class QrCode {

    /** Dots of the image for each square of the code. */
    private static final int SCALE = 6;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private QrCode() {}

    /** PNG in base64. */
    static String png(String address) {
        try {
            var matrix = new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    2,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
            return Base64.getEncoder().encodeToString(picture(matrix));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR code of " + address, tooLong);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Black and white, one bit a dot; thousands of documents are issued at once, and ImageIO takes ten times as long. */
    private static byte[] picture(BitMatrix matrix) throws IOException {
        var side = matrix.getWidth() * SCALE;
        var bytes = new ByteArrayOutputStream();
        try (var png = new DataOutputStream(bytes)) {
            png.write(SIGNATURE);
            writeChunk(png, "IHDR", header(side));
            writeChunk(png, "IDAT", compressed(rows(matrix, side)));
            writeChunk(png, "IEND", new byte[0]);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(int side) {
        return ByteBuffer.allocate(13).putInt(side).putInt(side).put((byte) 1).array();
    }

    /** Each row begins with the number of its filter, which is none. */
    private static byte[] rows(BitMatrix matrix, int side) {
        var length = 1 + (side + 7) / 8;
        var rows = new byte[length * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (!matrix.get(x / SCALE, y / SCALE)) {
                    rows[y * length + 1 + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        return rows;
    }

    private static byte[] compressed(byte[] rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(rows);
        }
        return bytes.toByteArray();
    }

    private static void writeChunk(DataOutputStream png, String type, byte[] data) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(data);
        png.writeInt(data.length);
        png.write(name);
        png.write(data);
        png.writeInt((int) sum.getValue());
    }
}
