package rongtong.publicnotice;

import java.time.Instant;

/**
 * A file that an objector handed in, as the private link shows it: without its name, which may tell who objects.
 *
 * @param number of the file, from 1
 * @param size in bytes
 * @param sha256 of the content, by which the objector knows it again
 */
public record Evidence(int number, String mediaType, long size, String sha256, Instant receivedAt) {}
