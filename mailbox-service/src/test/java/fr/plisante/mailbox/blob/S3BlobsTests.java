package fr.plisante.mailbox.blob;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.s3.S3Client;

/** On an S3-compatible server in this process, over HTTP. */
class S3BlobsTests implements BlobsContract {

    private static LocalS3 server;
    private static S3Client client;

    @BeforeAll
    static void start() {
        server = LocalS3.builder().port(-1).mode(LocalS3Mode.IN_MEMORY).build();
        server.start();
        client = new S3Settings("http://127.0.0.1:" + server.getPort(), "eu-west-3", "blobs", "key", "secret").client();
        client.createBucket(bucket -> bucket.bucket("blobs"));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.shutdown();
    }

    @Override
    public Blobs blobs() {
        return new S3Blobs(client, "blobs");
    }
}
