package fr.plisante.mailbox.blob;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One store of blobs, as the settings say. */
@Configuration(proxyBeanMethods = false)
class BlobConfiguration {

    @Bean
    Blobs blobs(BlobSettings settings, S3Settings s3, MongoDatabase database) throws IOException {
        return switch (settings.store()) {
            case FILES -> new FileBlobs(settings.folder());
            case GRIDFS -> new GridFsBlobs(database);
            case S3 -> new S3Blobs(s3.client(), s3.bucket());
        };
    }
}
