CREATE TABLE "series" (
   "event" TEXT REFERENCES "event"("id"),
   "position" INTEGER,
   "rule" TEXT NOT NULL,
   "first" TEXT NOT NULL,
   "until" TEXT NOT NULL,
   "begins" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "left_out" TEXT NOT NULL,
   PRIMARY KEY ("event", "position")
) STRICT;
CREATE TABLE "detail" (
   "event" TEXT PRIMARY KEY REFERENCES "event"("id"),
   "online" INTEGER NOT NULL,
   "online_url" TEXT NOT NULL,
   "price_least" INTEGER,
   "price_most" INTEGER,
   "currency" TEXT NOT NULL,
   "age_least" INTEGER,
   "age_most" INTEGER,
   "waiting_list" INTEGER NOT NULL
) STRICT;
CREATE TABLE "level" (
   "event" TEXT REFERENCES "event"("id"),
   "position" INTEGER,
   "code" TEXT NOT NULL,
   PRIMARY KEY ("event", "position")
) STRICT;
CREATE TABLE "organiser_text" (
   "event" TEXT REFERENCES "event"("id"),
   "language" TEXT REFERENCES "language"("code"),
   "name" TEXT NOT NULL,
   PRIMARY KEY ("event", "language")
) STRICT;
CREATE TABLE "speaker" (
   "id" INTEGER PRIMARY KEY,
   "event" TEXT NOT NULL REFERENCES "event"("id"),
   "position" INTEGER NOT NULL
) STRICT;
CREATE TABLE "speaker_text" (
   "speaker" INTEGER REFERENCES "speaker"("id"),
   "language" TEXT REFERENCES "language"("code"),
   "name" TEXT NOT NULL,
   "about" TEXT,
   PRIMARY KEY ("speaker", "language")
) STRICT;
CREATE TABLE "access" (
   "venue" TEXT REFERENCES "venue"("id"),
   "position" INTEGER,
   "code" TEXT NOT NULL,
   PRIMARY KEY ("venue", "position")
) STRICT;
