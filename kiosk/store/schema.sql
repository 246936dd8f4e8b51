CREATE TABLE "language" (
   "code" TEXT PRIMARY KEY,
   "position" INTEGER NOT NULL
) STRICT;
CREATE TABLE "campaign" (
   "id" TEXT PRIMARY KEY,
   "hashtag" TEXT NOT NULL,
   "zone" TEXT NOT NULL,
   "updated" TEXT NOT NULL
) STRICT;
CREATE TABLE "campaign_text" (
   "campaign" TEXT REFERENCES "campaign"("id"),
   "language" TEXT REFERENCES "language"("code"),
   "title" TEXT NOT NULL,
   "tagline" TEXT NOT NULL,
   PRIMARY KEY ("campaign", "language")
) STRICT;
CREATE TABLE "theme" (
   "id" TEXT PRIMARY KEY,
   "position" INTEGER NOT NULL,
   "colour" TEXT NOT NULL,
   "icon" TEXT NOT NULL
) STRICT;
CREATE TABLE "theme_text" (
   "theme" TEXT REFERENCES "theme"("id"),
   "language" TEXT REFERENCES "language"("code"),
   "title" TEXT NOT NULL,
   "tagline" TEXT NOT NULL,
   PRIMARY KEY ("theme", "language")
) STRICT;
CREATE TABLE "venue" (
   "id" TEXT PRIMARY KEY,
   "kind" TEXT NOT NULL,
   "city" TEXT REFERENCES "venue"("id"),
   "latitude" REAL,
   "longitude" REAL
) STRICT;
CREATE TABLE "venue_text" (
   "venue" TEXT REFERENCES "venue"("id"),
   "language" TEXT REFERENCES "language"("code"),
   "name" TEXT NOT NULL,
   "address" TEXT,
   PRIMARY KEY ("venue", "language")
) STRICT;
CREATE TABLE "event" (
   "id" TEXT PRIMARY KEY,
   "theme" TEXT NOT NULL REFERENCES "theme"("id"),
   "icon" TEXT NOT NULL,
   "reach" TEXT NOT NULL,
   "free" INTEGER,
   "source" TEXT NOT NULL
) STRICT;
CREATE TABLE "event_text" (
   "event" TEXT REFERENCES "event"("id"),
   "language" TEXT REFERENCES "language"("code"),
   "title" TEXT,
   "summary" TEXT,
   "body" TEXT,
   "audience_note" TEXT,
   "price_note" TEXT,
   PRIMARY KEY ("event", "language")
) STRICT;
CREATE TABLE "occurrence" (
   "id" INTEGER PRIMARY KEY,
   "event" TEXT NOT NULL REFERENCES "event"("id"),
   "edtf" TEXT NOT NULL,
   "zone" TEXT NOT NULL,
   "earliest" INTEGER NOT NULL,
   "latest" INTEGER NOT NULL,
   "status" TEXT NOT NULL,
   "venue" TEXT REFERENCES "venue"("id"),
   "original_edtf" TEXT,
   "original_earliest" INTEGER,
   "original_latest" INTEGER,
   "visible_until" INTEGER NOT NULL
) STRICT;
CREATE TABLE "place" (
   "event" TEXT REFERENCES "event"("id"),
   "position" INTEGER,
   "venue" TEXT NOT NULL REFERENCES "venue"("id"),
   PRIMARY KEY ("event", "position")
) STRICT;
CREATE TABLE "audience" (
   "event" TEXT REFERENCES "event"("id"),
   "position" INTEGER,
   "code" TEXT NOT NULL,
   PRIMARY KEY ("event", "position")
) STRICT;
CREATE TABLE "spoken" (
   "event" TEXT REFERENCES "event"("id"),
   "position" INTEGER,
   "language" TEXT NOT NULL,
   PRIMARY KEY ("event", "position")
) STRICT;
CREATE TABLE "hashtag" (
   "event" TEXT REFERENCES "event"("id"),
   "position" INTEGER,
   "tag" TEXT NOT NULL,
   PRIMARY KEY ("event", "position")
) STRICT;
CREATE TABLE "registration" (
   "event" TEXT PRIMARY KEY REFERENCES "event"("id"),
   "url" TEXT NOT NULL,
   "opens_edtf" TEXT,
   "opens_earliest" INTEGER,
   "opens_latest" INTEGER,
   "closes_edtf" TEXT,
   "closes_earliest" INTEGER,
   "closes_latest" INTEGER,
   "places" INTEGER
) STRICT;
CREATE TABLE "contact" (
   "event" TEXT PRIMARY KEY REFERENCES "event"("id"),
   "phone" TEXT NOT NULL,
   "email" TEXT NOT NULL,
   "url" TEXT NOT NULL
) STRICT;
CREATE TABLE "contact_text" (
   "event" TEXT REFERENCES "event"("id"),
   "language" TEXT REFERENCES "language"("code"),
   "name" TEXT NOT NULL,
   PRIMARY KEY ("event", "language")
) STRICT;
CREATE TABLE "media" (
   "id" INTEGER PRIMARY KEY,
   "event" TEXT NOT NULL REFERENCES "event"("id"),
   "position" INTEGER NOT NULL,
   "kind" TEXT NOT NULL,
   "file" TEXT NOT NULL,
   "width" INTEGER NOT NULL,
   "height" INTEGER NOT NULL,
   "poster" TEXT NOT NULL,
   "duration" INTEGER NOT NULL
) STRICT;
CREATE TABLE "media_text" (
   "media" INTEGER REFERENCES "media"("id"),
   "language" TEXT REFERENCES "language"("code"),
   "alt" TEXT NOT NULL,
   PRIMARY KEY ("media", "language")
) STRICT;
CREATE INDEX "idx_occurrence_event"
    ON "occurrence" ("event");
CREATE INDEX "idx_occurrence_visible_until"
    ON "occurrence" ("visible_until");
CREATE INDEX "idx_media_event"
    ON "media" ("event");
CREATE VIRTUAL TABLE "event_search" USING fts5(
   event UNINDEXED, language UNINDEXED, title, body, tokenize = 'unicode61'
);
