-- A guard inside a writing statement: rows that somebody else changed first end the transaction, so that
-- COMMIT can follow without another round trip.
CREATE FUNCTION engine_expect(actual bigint, wanted bigint, what text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF actual <> wanted THEN
    RAISE EXCEPTION 'engine: % rows of %, expected %', actual, what, wanted USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN true;
END $$;
