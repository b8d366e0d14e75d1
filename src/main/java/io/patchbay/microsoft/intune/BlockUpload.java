package io.patchbay.microsoft.intune;

import io.patchbay.microsoft.http.MicrosoftHttp;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * Uploads a packed content, block by block, to the storage address that Intune gave. No token goes there. A block may be
 * sent again; nothing counts before the list of blocks was sent.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/put-block">Put Block</a>
 */
@Component
public class BlockUpload {

    private static final Logger LOG = LoggerFactory.getLogger(BlockUpload.class);

    /** The size of a block in bytes; the last one may be smaller. */
    public static final int BLOCK = 4 * 1024 * 1024;

    private static final String RUN_OUT = "not valid in the specified time frame";
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;

    private final RestClient client;

    BlockUpload(MicrosoftHttp http, RestClient.Builder builder) {
        this.client = builder.clone().requestFactory(http.requests()).build();
    }

    /** What came of a request to the storage. */
    public enum UploadOutcome {
        TAKEN,
        /** The address has run out: ask for a new one. */
        EXPIRED,
        /**
         * The storage does not know the address, which a new one passes through for half a minute: to be sent again to the
         * same address (intune-in-the-field P8).
         */
        UNKNOWN_ADDRESS,
        /** Not now; the same may be sent again. */
        LATER,
        /** Not all of the blocks of the list are there. */
        BLOCKS_MISSING,
        /** Never. */
        REFUSED
    }

    /** How many blocks a content of so many bytes has. */
    public static int blocks(long size) {
        return (int) ((size + BLOCK - 1) / BLOCK);
    }

    /**
     * Sends one block.
     *
     * @param number from 0
     * @throws IOException where the file cannot be read
     */
    public UploadOutcome block(String address, Path file, int number) throws IOException {
        return put(
                address + "&comp=block&blockid=" + id(number), read(file, number), MediaType.APPLICATION_OCTET_STREAM);
    }

    /** Says that these were all the blocks. */
    public UploadOutcome list(String address, int blocks) {
        var list = IntStream.range(0, blocks)
                .mapToObj(number -> "<Latest>" + id(number) + "</Latest>")
                .collect(Collectors.joining(
                        "", "<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>", "</BlockList>"));
        return put(address + "&comp=blocklist", list.getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_XML);
    }

    private static byte[] read(Path path, int number) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var start = (long) number * BLOCK;
            var block = new byte[(int) Math.min(BLOCK, file.length() - start)];
            file.seek(start);
            file.readFully(block);
            return block;
        }
    }

    /** All identifiers of a blob have the same length; of these characters none needs escaping in an address. */
    private static String id(int number) {
        return Base64.getEncoder().encodeToString("%06d".formatted(number).getBytes(StandardCharsets.US_ASCII));
    }

    /** Azure says what is wrong in a header and in XML (learn.microsoft.com/rest/api/storageservices/blob-service-error-codes). */
    private static UploadOutcome refused(int status, RestClientResponseException answer) {
        var body = answer.getResponseBodyAsString();
        if (status == FORBIDDEN || status == NOT_FOUND) {
            return body.contains(RUN_OUT) ? UploadOutcome.EXPIRED : UploadOutcome.UNKNOWN_ADDRESS;
        }
        if (status == TOO_MANY || status >= SERVER) {
            return UploadOutcome.LATER;
        }
        return body.contains("InvalidBlockList") ? UploadOutcome.BLOCKS_MISSING : UploadOutcome.REFUSED;
    }

    private UploadOutcome put(String address, byte[] body, MediaType type) {
        try {
            client.put()
                    .uri(URI.create(address))
                    .header("x-ms-blob-type", "BlockBlob")
                    .contentType(type)
                    .body(body)
                    .retrieve()
                    .toBodilessEntity();
            return UploadOutcome.TAKEN;
        } catch (RestClientResponseException e) {
            var status = e.getStatusCode().value();
            LOG.info("The storage for contents answered {}", status);
            return refused(status, e);
        } catch (RestClientException e) {
            LOG.info("The storage for contents gave no answer: {}", e.getClass().getSimpleName());
            return UploadOutcome.LATER;
        }
    }
}
