package fr.plisante.directory.search;

import java.util.HashMap;
import java.util.Map;

/** The position of the index in the topic: the topic's id and the next offset of each partition. Each Lucene commit has it. */
record Position(String topicId, Map<Integer, Long> offsets) {

    private static final String FORMAT = "format";
    private static final String TOPIC = "topicId";
    private static final String OFFSET = "offset.";

    static final Position NOWHERE = new Position("", Map.of());

    static boolean isOfOurFormat(Map<String, String> commit) {
        return EntryDocument.FORMAT.equals(commit.get(FORMAT));
    }

    static Position from(Map<String, String> commit) {
        var offsets = new HashMap<Integer, Long>();
        commit.forEach((key, value) -> {
            if (key.startsWith(OFFSET)) {
                offsets.put(Integer.valueOf(key.substring(OFFSET.length())), Long.valueOf(value));
            }
        });
        return new Position(commit.getOrDefault(TOPIC, ""), offsets);
    }

    Map<String, String> asCommit() {
        var commit = new HashMap<String, String>();
        commit.put(FORMAT, EntryDocument.FORMAT);
        commit.put(TOPIC, topicId);
        offsets.forEach((partition, offset) -> commit.put(OFFSET + partition, Long.toString(offset)));
        return commit;
    }
}
