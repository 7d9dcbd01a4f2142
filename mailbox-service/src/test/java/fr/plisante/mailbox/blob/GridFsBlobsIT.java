package fr.plisante.mailbox.blob;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import fr.plisante.testkit.RealComponents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@RealComponents
class GridFsBlobsIT implements BlobsContract {

    private static MongoClient client;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(System.getProperty("PLISANTE_MONGODB_URI"));
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Override
    public Blobs blobs() {
        return new GridFsBlobs(client.getDatabase("gridfs"));
    }
}
