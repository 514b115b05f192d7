(* SYM-1 and SYM-2 as KeY has them: the lemmas that the proofs of Symmetry.java end in, from Symmetry.v. *)
Require Import List ZArith Lia Bool.
From Stillpoint Require Model Symmetry KeyModel Words Statements Bridge.
From Stillpoint Require Import Tactic Rules.
Module M := Model.
Module K := KeyModel.
Module W := Words.
Module S := Symmetry.
Import Bridge.
Open Scope Z_scope.

Section Twins.
Context {key : K.Key}.
Notation zero := K.qZero.

Lemma equalEntries_nat v (i j : nat) : W.equalEntries v (Z.of_nat i) (Z.of_nat j) <-> S.equalEntries zero v i j.
Proof. unfold W.equalEntries, S.equalEntries. lists. intuition lia. Qed.
Lemma equalBias_nat v (i j : nat) : W.equalBias v (Z.of_nat i) (Z.of_nat j) <-> S.equalBias zero v i j.
Proof. unfold W.equalBias, S.equalBias. rewrite equalEntries_nat. lists. intuition lia. Qed.
Lemma equalRows_nat A (i j : nat) : W.equalRows A (Z.of_nat i) (Z.of_nat j) <-> S.equalRows A i j.
Proof. unfold W.equalRows, S.equalRows. lists. intuition lia. Qed.
Lemma equalColumns_nat A (i j : nat) : W.equalColumns A (Z.of_nat i) (Z.of_nat j) <-> S.equalColumns zero A i j.
Proof.
  unfold W.equalColumns, S.equalColumns. split; intros columns k Hk.
  - specialize (columns (Z.of_nat k)). rewrite equalEntries_nat in columns. lists. apply columns. lia.
  - natural k. rewrite equalEntries_nat. lists. apply columns. lia.
Qed.
Lemma twinWeights_nat V (l i j : nat) : W.twinWeights V (Z.of_nat l) (Z.of_nat i) (Z.of_nat j) <-> S.twinWeights zero V l i j.
Proof.
  unfold W.twinWeights, S.twinWeights. replace (Z.of_nat l + 1) with (Z.of_nat (l + 1)) by lia. rewrite equalRows_nat, equalColumns_nat. lists.
  intuition lia.
Qed.
Lemma twinBiases_nat N (l i j : nat) : W.twinBiases N (Z.of_nat l) (Z.of_nat i) (Z.of_nat j) <-> S.twinBiases zero N l i j.
Proof. unfold W.twinBiases, S.twinBiases. rewrite equalBias_nat. lists. reflexivity. Qed.
Lemma twinState_nat t (l i j : nat) : W.twinState t (Z.of_nat l) (Z.of_nat i) (Z.of_nat j) <-> S.twinState zero (trainingState t) l i j.
Proof. unfold W.twinState, S.twinState. rewrite !twinWeights_nat, !twinBiases_nat. simpl. tauto. Qed.

(* twins are at places that are natural numbers *)
Lemma twinWeights_places V (l i j : Z) : W.twinWeights V l i j -> 0 <= l /\ 0 <= i /\ 0 <= j /\ (1 <= length V)%nat.
Proof. unfold W.twinWeights, W.equalRows. lists. intuition lia. Qed.
(* SYM-1 *)
Theorem lemmaTwinWeightGradient : Statements.lemmaTwinWeightGradient.
Proof.
  intros V l i j N F kappa x g [weights biases]. destruct (twinWeights_places V l i j weights) as (L & I & J & D).
  natural l. natural i. natural j. rewrite twinWeights_nat, twinBiases_nat in *.
  change (K.outerProducts (K.deltasOf V F kappa (K.preactivationsOf V N F x) g) F x (K.preactivationsOf V N F x)) with (K.weightGradientOf V F kappa x (K.preactivationsOf V N F x) g).
  rewrite b_weightGradientOf, b_preactivationsOf. apply S.SYM_1; assumption.
Qed.
Theorem lemmaTwinBiasGradient : Statements.lemmaTwinBiasGradient.
Proof.
  intros V l i j N F kappa x g [weights biases]. destruct (twinWeights_places V l i j weights) as (L & I & J & D).
  natural l. natural i. natural j. rewrite twinWeights_nat, twinBiases_nat in *.
  change (K.deltasWhereBias N (K.deltasOf V F kappa (K.preactivationsOf V N F x) g)) with (K.biasGradientOf V N F kappa (K.preactivationsOf V N F x) g).
  rewrite b_biasGradientOf, b_preactivationsOf. apply S.SYM_1; assumption.
Qed.

(* SYM-2 *)
Theorem lemmaTwinWeightsPlusScaled : Statements.lemmaTwinWeightsPlusScaled.
Proof.
  intros V l i j T c [first second]. destruct (twinWeights_places V l i j first) as (L & I & J & D).
  natural l. natural i. natural j. rewrite twinWeights_nat in *. rewrite b_stackPlusScaled. apply S.twinWeights_plusScaled; assumption.
Qed.
Lemma equalBias_at u i j : W.equalBias u i j -> K.at_ u i = K.at_ u j.
Proof.
  intros [empty | twins]; [|apply twins]. unfold K.at_. rewrite !K.ith_outside; [reflexivity | |]; unfold K.len in empty; lia.
Qed.
Theorem lemmaTwinBiasesPlusScaled : Statements.lemmaTwinBiasesPlusScaled.
Proof.
  intros N l i j A c [first second]. unfold W.twinBiases in *. rewrite rowMatPlusScaled. split_cases; [|left; reflexivity ..].
  destruct first as [empty | (places & E)]; [left; rewrite lenPlusScaled; assumption | right].
  unfold W.equalEntries. rewrite lenPlusScaled, !atPlusScaled, E, (equalBias_at _ _ _ second). split; [assumption|]. split_cases. reflexivity.
Qed.
Theorem lemmaTwinWeightSum : Statements.lemmaTwinWeightSum.
Proof.
  intros n V l i j N F kappa o X Y c ((Hn & weights) & biases). destruct (twinWeights_places V l i j weights) as (L & I & J & D).
  natural n. natural l. natural i. natural j. rewrite twinWeights_nat, twinBiases_nat in *. rewrite b_sumOfWeightGradients by assumption.
  apply S.twins_sum; assumption.
Qed.
Theorem lemmaTwinBiasSum : Statements.lemmaTwinBiasSum.
Proof.
  intros n V l i j N F kappa o X Y c ((Hn & weights) & biases). destruct (twinWeights_places V l i j weights) as (L & I & J & D).
  natural n. natural l. natural i. natural j. rewrite twinWeights_nat, twinBiases_nat in *. rewrite b_sumOfBiasGradients by assumption.
  apply S.twins_sum; assumption.
Qed.
Theorem lemmaTwinsTrained : Statements.lemmaTwinsTrained.
Proof.
  intros n t l i j F kappa o XX YY rates momentum decay [Hn twins]. pose proof twins as (((weights & _) & _) & _).
  destruct (twinWeights_places _ l i j weights) as (L & I & J & D).
  natural n. natural l. natural i. natural j. rewrite twinState_nat in *. rewrite b_trained by assumption. apply S.SYM_2. assumption.
Qed.
End Twins.
